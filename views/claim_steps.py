"""What is asked on the way: another amount and why, why a claim is refused, and whether one is sure."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import Deed
from domain.money import Money
from domain.people import Side
from services.claim_case import ClaimCase
from views.callback_data.claim import AgreeClaim, ProposeClaim, SettleClaim, ShowClaim, WithdrawClaim
from views.claim import card_of, claim_lines
from views.claim_buttons import DIGEST_LENGTH
from views.markup import Html, bold, italic, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, Style, rows

_SHARES: Final = (75, 50, 25)
"""Percent of what was claimed that are offered as buttons."""
_WHOLE: Final = 100


def ask_amount(reader: Reader, case: ClaimCase, problem: Html | str = "") -> Screen:
    """Which amount to propose instead: a button, or typed."""
    claimed = case.claim.claimed
    question = bold(reader.say("Which amount do you propose?"))
    how = italic(
        reader.say(
            "Press one, or type an amount up to {amount}, such as: {example}",
            amount=reader.money(claimed),
            example=_example(reader, claimed),
        )
    )
    shares = [_share(reader, case, percent) for percent in _SHARES]
    text = paragraphs(claim_lines(reader, case), problem, question, how)
    buttons = rows([share for share in shares if share], [_cancel(reader, case)])
    return Screen(text, buttons, card=card_of(case.claim))


def ask_reason(reader: Reader, case: ClaimCase, amount: Money, problem: Html | str = "") -> Screen:
    """Why this amount: what is typed goes to the other side with it."""
    proposing = reader.say(
        "You propose {amount} instead of {standing}.",
        amount=bold(reader.money(amount)),
        standing=reader.money(case.claim.proposal.settlement.amount),
    )
    question = bold(reader.say("Why? Your next message goes to the other side with the amount."))
    text = paragraphs(claim_lines(reader, case), problem, proposing, question)
    return Screen(text, rows([_cancel(reader, case)]), card=card_of(case.claim))


def ask_refusal(reader: Reader, case: ClaimCase, problem: Html | str = "") -> Screen:
    """Why the seller refuses: what is typed closes the claim, and the buyer reads it."""
    refusing = reader.say(
        "You refuse to pay {amount}. The claim is then closed.",
        amount=reader.money(case.claim.proposal.settlement.amount),
    )
    question = bold(reader.say("Why? Your next message goes to the buyer as the reason."))
    text = paragraphs(claim_lines(reader, case), problem, refusing, question)
    return Screen(text, rows([_cancel(reader, case)]), card=card_of(case.claim))


def sure(reader: Reader, case: ClaimCase, deed: Deed) -> Screen:
    """Asks once more, naming the order, the amount and the other side."""
    named: dict[str, object] = {
        "amount": reader.money(case.claim.proposal.settlement.amount),
        "number": case.order.number,
    }
    question = bold(_SURE[deed, case.side](reader, named))
    yes = Button(reader.word("Yes"), _press(case, deed), Style.SUCCESS)
    no = Button(reader.word("No"), ShowClaim(claim_id=case.claim.id).pack())
    text = paragraphs(question, claim_lines(reader, case))
    return Screen(text, rows([yes, no]), card=card_of(case.claim))


_SURE: Final[Mapping[tuple[Deed, Side], Callable[[Reader, dict[str, object]], Html]]] = {
    (Deed.AGREE, Side.SELLER): lambda reader, named: reader.say(
        "Agree to pay the buyer {amount} for order {number}?", **named
    ),
    (Deed.AGREE, Side.BUYER): lambda reader, named: reader.say(
        "Agree to {amount} for order {number}? The days up to the claim are then dealt with.",
        **named,
    ),
    (Deed.WITHDRAW, Side.BUYER): lambda reader, named: reader.say(
        "Take back the claim of {amount} for order {number}?", **named
    ),
    (Deed.COMPENSATE, Side.SELLER): lambda reader, named: reader.say(
        "Have you paid the buyer {amount} for order {number}? He is told.", **named
    ),
    (Deed.DEDUCT, Side.SELLER): lambda reader, named: reader.say(
        "Deduct {amount} from what the buyer still owes for order {number}? He is told.", **named
    ),
}


def _press(case: ClaimCase, deed: Deed) -> str:
    number, proposal = case.claim.id, case.claim.proposal
    if deed is Deed.AGREE:
        digest = proposal.digest[:DIGEST_LENGTH]
        return AgreeClaim(claim_id=number, version=proposal.number, digest=digest, sure=True).pack()
    if deed is Deed.WITHDRAW:
        return WithdrawClaim(claim_id=number, version=proposal.number, sure=True).pack()
    is_deducted = deed is Deed.DEDUCT
    return SettleClaim(claim_id=number, version=proposal.number, deducted=is_deducted, sure=True).pack()


def _share(reader: Reader, case: ClaimCase, percent: int) -> Button | None:
    claim = case.claim
    minor = claim.claimed.minor * percent // _WHOLE
    if minor in (0, claim.proposal.settlement.amount.minor):
        return None
    amount = Money(minor, claim.claimed.currency)
    press = ProposeClaim(claim_id=claim.id, version=claim.proposal.number, minor=minor)
    label = reader.word("{share}: {amount}", share=reader.percent(percent), amount=reader.money(amount))
    return Button(label, press.pack())


def _example(reader: Reader, claimed: Money) -> str:
    return reader.money(Money(max(claimed.minor // 2, 1), claimed.currency))


def _cancel(reader: Reader, case: ClaimCase) -> Button:
    return Button(reader.word("Cancel"), ShowClaim(claim_id=case.claim.id).pack())
