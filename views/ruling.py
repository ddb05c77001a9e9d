"""What an operator suggests or decides, asked step by step: every answer is a button."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.dispute import FINDINGS
from domain.money import Money
from domain.people import Side
from domain.settlement import Remedy
from services.dispute import Dispute
from services.ruling_draft import RulingDraft, Step, remedies, share
from views.callback_data.disputes import AnswerRuling, BackInRuling, SendRuling, ShowDispute, TryAmount
from views.dispute import case_line
from views.dispute_words import finding
from views.fitting import shortened
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.people import tail_of
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.settlement import PAYERS, REMEDIES, in_short, way_back
from views.suppliers import BUTTON_LENGTH
from views.titles import supplier_name

_SHARES: Final = (100, 75, 50, 25)
"""Percent of what was claimed that are offered at once."""
_STEPS: Final = (-10, -1, 1, 10)
"""By so many percent of it an amount is changed."""


def ask(reader: Reader, dispute: Dispute, draft: RulingDraft) -> Screen:
    """The next question; once all is said, the question whether he is sure."""
    if draft.step is None:
        return sure(reader, dispute, draft)
    if draft.step is Step.AMOUNT:
        return ask_amount(reader, dispute, draft, share(dispute.claim, 100))
    question, choices = _QUESTIONS[draft.step](reader, dispute, draft)
    return _screen(reader, dispute, draft, question, grid(choices, 1))


def ask_amount(reader: Reader, dispute: Dispute, draft: RulingDraft, minor: int) -> Screen:
    """How much, beginning with `minor`: shares of what was claimed, and steps up and down."""
    claim = dispute.claim
    amount = Money(minor, claim.claimed.currency)
    question = lines(
        bold(reader.say("How much? Now: {amount}", amount=reader.money(amount))),
        reader.say("Claimed: {amount}", amount=reader.money(claim.claimed)),
        reader.say(
            "Refunded for it before: {amount}", amount=reader.money(Money(claim.repaid, amount.currency))
        )
        if claim.repaid
        else "",
    )
    shares = [_to(dispute, reader.percent(percent), share(claim, percent)) for percent in _SHARES]
    steps = [_to(dispute, _signed(reader, step), minor + share(claim, step)) for step in _STEPS]
    take = AnswerRuling(claim_id=claim.id, step=Step.AMOUNT, value=str(minor))
    named = reader.word("✅ {amount}", amount=reader.money(amount))
    chosen = rows(
        [each for each in shares if each],
        [each for each in steps if each],
        [Button(named, take.pack(), Style.SUCCESS)],
    )
    return _screen(reader, dispute, draft, question, chosen)


def sure(reader: Reader, dispute: Dispute, draft: RulingDraft) -> Screen:
    """Asks once more, naming the order, the amount and both sides."""
    settlement = draft.settlement(dispute.claim.claimed.currency)
    named: dict[str, object] = {
        "number": dispute.order.number,
        "settlement": in_short(reader, settlement),
        "supplier": supplier_name(reader, dispute.supplier),
        "tail": tail_of(dispute.claim.buyer_id),
    }
    asked = (
        reader.say(
            "Decide order {number}: {settlement}? The buyer …{tail} and {supplier} are told at once."
            " The decision is final here.",
            **named,
        )
        if draft.is_final
        else reader.say(
            "Suggest for order {number}: {settlement}? The buyer …{tail} and {supplier} read it."
            " It binds nobody until both agree.",
            **named,
        )
    )
    yes = Button(
        reader.word("Yes"),
        SendRuling(claim_id=draft.claim_id, version=draft.version).pack(),
        Style.DANGER if draft.is_final else Style.SUCCESS,
    )
    return _screen(reader, dispute, draft, bold(asked), rows([yes]))


def _screen(reader: Reader, dispute: Dispute, draft: RulingDraft, question: Html, chosen: Rows) -> Screen:
    head = reader.say("⚖️ Your decision") if draft.is_final else reader.say("💡 Your suggestion")
    text = paragraphs(
        lines(bold(head), case_line(reader, dispute)), _so_far(reader, dispute, draft), question
    )
    leave = [
        Button(reader.word("◀ Back"), BackInRuling(claim_id=draft.claim_id).pack()),
        Button(reader.word("Cancel"), ShowDispute(claim_id=draft.claim_id).pack()),
    ]
    return Screen(text, (*chosen, *rows(leave)))


def _so_far(reader: Reader, dispute: Dispute, draft: RulingDraft) -> Html:
    """What is chosen already."""
    if draft.remedy is None or draft.step in (Step.AMOUNT, Step.REMEDY):
        return Html()
    settlement = draft.settlement(dispute.claim.claimed.currency)
    why = quote(finding(reader, draft.finding)) if draft.finding else ""
    return lines(in_short(reader, settlement), way_back(reader, settlement), why)


def _ask_remedy(reader: Reader, dispute: Dispute, draft: RulingDraft) -> tuple[Html, list[Button]]:
    choices = [
        _answer(draft, Step.REMEDY, _remedy_name(reader, each), each.value)
        for each in remedies(draft, dispute.claim)
    ]
    return bold(reader.say("How is it settled?")), choices


def _remedy_name(reader: Reader, remedy: Remedy) -> str:
    return reader.word("✖️ Nothing is owed") if remedy is Remedy.NOTHING else REMEDIES[remedy](reader)


def _ask_freight(reader: Reader, dispute: Dispute, draft: RulingDraft) -> tuple[Html, list[Button]]:
    choices = [_answer(draft, Step.FREIGHT, PAYERS[side](reader), side.value) for side in Side]
    return bold(reader.say("Who pays for the way back?")), choices


def _ask_address(reader: Reader, dispute: Dispute, draft: RulingDraft) -> tuple[Html, list[Button]]:
    if not draft.addresses:
        missing = reader.say("Where the goods go back to is not known yet.")
        hint = reader.say("Ask the seller for evidence: The address that goods go back to.")
        return lines(bold(missing), italic(hint)), []
    choices = [
        _answer(draft, Step.ADDRESS, shortened(address, BUTTON_LENGTH), str(place))
        for place, address in enumerate(draft.addresses)
    ]
    return bold(reader.say("Where do the goods go back to?")), choices


def _ask_finding(reader: Reader, dispute: Dispute, draft: RulingDraft) -> tuple[Html, list[Button]]:
    gives = draft.remedy is not Remedy.NOTHING
    choices = [_answer(draft, Step.FINDING, finding(reader, each), each.value) for each in FINDINGS[gives]]
    return bold(reader.say("Why? Both sides read it in their language.")), choices


_QUESTIONS: Final[Mapping[Step, Callable[[Reader, Dispute, RulingDraft], tuple[Html, list[Button]]]]] = {
    Step.REMEDY: _ask_remedy,
    Step.FREIGHT: _ask_freight,
    Step.ADDRESS: _ask_address,
    Step.FINDING: _ask_finding,
}


def _answer(draft: RulingDraft, step: Step, label: str, value: str) -> Button:
    return Button(label, AnswerRuling(claim_id=draft.claim_id, step=step, value=value).pack())


def _to(dispute: Dispute, label: str, minor: int) -> Button | None:
    """Another amount, where it is one that can be decided."""
    claim = dispute.claim
    if not claim.repaid < minor <= claim.claimed.minor:
        return None
    return Button(label, TryAmount(claim_id=claim.id, minor=minor).pack())


def _signed(reader: Reader, percent: int) -> str:
    return ("+" if percent > 0 else "−") + reader.percent(abs(percent))
