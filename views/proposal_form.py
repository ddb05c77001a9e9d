"""The form that makes a proposal for a claim: one question a screen, then all of it once more."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.money import Money
from domain.people import Side
from domain.settlement import Remedy
from services.proposal_draft import Step
from services.proposing import PROPOSABLE, ProposalForm
from views.callback_data.claim import ShowClaim
from views.callback_data.proposal import AnswerProposal, BackInProposal, SendProposal
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.order_form_buttons import address_label
from views.reader import Reader
from views.return_address import MOST_ADDRESSES, where_to
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.settlement import PAYERS, REMEDIES, in_short, way_back

SHARES: Final = (75, 50, 25)
"""Percent of what was claimed that are offered as buttons."""
_WHOLE: Final = 100

_Said = Callable[[Reader, ProposalForm], Html]


def question(reader: Reader, form: ProposalForm, problem: Html | str = "") -> Screen:
    """The present question, above it what was answered."""
    step = form.draft.step
    assert step is not None, "nothing is left to ask: the summary is shown"
    text = paragraphs(
        claim_lines(reader, form.case), _known(reader, form), problem, _QUESTIONS[step](reader, form)
    )
    return Screen(text, (*_ANSWERS[step](reader, form), *_moves(reader, form)), card=card_of(form.case.claim))


def summary(reader: Reader, form: ProposalForm) -> Screen:
    """All of it once more, before it goes to the other side."""
    claim = form.case.claim
    ask = (
        reader.say("Send this to the buyer? Order {number}.", number=form.case.order.number)
        if form.case.side is Side.SELLER
        else reader.say("Send this to the seller? Order {number}.", number=form.case.order.number)
    )
    text = paragraphs(
        claim_lines(reader, form.case),
        _known(reader, form),
        lines(reader.say("Reason:"), quote(form.draft.reason)),
        bold(ask),
    )
    press = SendProposal(claim_id=claim.id, version=form.draft.version)
    send = Button(reader.word("📨 Send"), press.pack(), Style.SUCCESS)
    return Screen(text, (*rows([send]), *_moves(reader, form)), card=card_of(claim))


def _known(reader: Reader, form: ProposalForm) -> Html:
    """What is proposed so far; an amount only once it is known."""
    draft = form.draft
    if draft.remedy is None:
        return Html()
    currency = form.case.claim.claimed.currency
    if draft.step is Step.AMOUNT:
        return reader.say("You propose: {remedy}", remedy=REMEDIES[draft.remedy](reader))
    settlement = draft.settlement(currency)
    proposed = reader.say("You propose: {proposal}", proposal=bold(in_short(reader, settlement)))
    return lines(proposed, way_back(reader, settlement))


def _ask_remedy(reader: Reader, form: ProposalForm) -> Html:
    example = (
        reader.say("return them, we pay the freight, refund {amount}", amount=_example(reader, form))
        if form.case.side is Side.SELLER
        else reader.say("refund {amount}, we keep the goods", amount=_example(reader, form))
    )
    how = reader.say("Press one, or write it all in one line, such as: {example}", example=example)
    return lines(bold(reader.say("What do you propose?")), italic(how))


def _ask_amount(reader: Reader, form: ProposalForm) -> Html:
    how = reader.say(
        "Press one, or type an amount up to {amount}, such as: {example}",
        amount=reader.money(form.case.claim.claimed),
        example=_example(reader, form),
    )
    return lines(bold(reader.say("Which amount do you propose?")), italic(how))


def _ask_reason(reader: Reader, form: ProposalForm) -> Html:
    return bold(reader.say("Why? Your next message goes to the other side as the reason."))


_QUESTIONS: Final[Mapping[Step, _Said]] = {
    Step.REMEDY: _ask_remedy,
    Step.AMOUNT: _ask_amount,
    Step.FREIGHT: lambda reader, form: bold(reader.say("Who pays for sending the goods back?")),
    Step.ADDRESS: lambda reader, form: where_to(reader, has_addresses=bool(form.addresses)),
    Step.REASON: _ask_reason,
}


def _press(form: ProposalForm, step: Step, text: str, value: str) -> Button:
    draft = form.draft
    answer = AnswerProposal(claim_id=draft.claim_id, version=draft.version, step=step, value=value)
    return Button(text, answer.pack())


def _remedies(reader: Reader, form: ProposalForm) -> Rows:
    return grid([_press(form, Step.REMEDY, REMEDIES[each](reader), each.value) for each in PROPOSABLE], 1)


def _amounts(reader: Reader, form: ProposalForm) -> Rows:
    """Shares of what was claimed, all of it only where it does not stand already."""
    claim, draft = form.case.claim, form.draft
    standing = claim.proposal.settlement
    taken = standing.amount.minor if standing.remedy is draft.remedy is not Remedy.RETURN else 0
    shares = {percent: claim.claimed.minor * percent // _WHOLE for percent in (_WHOLE, *SHARES)}
    return grid(
        [
            _press(form, Step.AMOUNT, _share(reader, form, percent, minor), str(minor))
            for percent, minor in shares.items()
            if minor not in (0, taken)
        ],
        2,
    )


def _share(reader: Reader, form: ProposalForm, percent: int, minor: int) -> str:
    amount = Money(minor, form.case.claim.claimed.currency)
    return reader.word("{share}: {amount}", share=reader.percent(percent), amount=reader.money(amount))


def _payers(reader: Reader, form: ProposalForm) -> Rows:
    return grid([_press(form, Step.FREIGHT, PAYERS[side](reader), side.value) for side in Side], 1)


def _addresses(reader: Reader, form: ProposalForm) -> Rows:
    return grid(
        [
            _press(form, Step.ADDRESS, address_label(entry.delivery.address), str(entry.id))
            for entry in form.addresses[:MOST_ADDRESSES]
        ],
        1,
    )


_ANSWERS: Final[Mapping[Step, Callable[[Reader, ProposalForm], Rows]]] = {
    Step.REMEDY: _remedies,
    Step.AMOUNT: _amounts,
    Step.FREIGHT: _payers,
    Step.ADDRESS: _addresses,
    Step.REASON: lambda reader, form: (),
}


def _moves(reader: Reader, form: ProposalForm) -> Rows:
    """Back to the question before, once there was one, and out."""
    draft = form.draft
    press = BackInProposal(claim_id=draft.claim_id, version=draft.version)
    back = [Button(reader.word("◀ Back"), press.pack())] if draft.asked else []
    return rows([*back, Button(reader.word("Cancel"), ShowClaim(claim_id=draft.claim_id).pack())])


def _example(reader: Reader, form: ProposalForm) -> str:
    claimed = form.case.claim.claimed
    return reader.money(Money(max(claimed.minor // 2, 1), claimed.currency))
