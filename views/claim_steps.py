"""What is asked on the way: why a claim is refused, and whether one is sure."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from domain.lifecycle import Deed
from domain.people import Side
from services.claim_case import ClaimCase
from views.callback_data.claim import AgreeClaim, SettleClaim, ShowClaim, WithdrawClaim
from views.claim_buttons import DIGEST_LENGTH
from views.claim_lines import card_of, claim_lines
from views.markup import Html, bold, paragraphs
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.settlement import in_short, way_back
from views.titles import supplier_name


def ask_refusal(reader: Reader, case: ClaimCase, problem: Html | str = "") -> Screen:
    """Why the seller refuses: the buyer reads what is typed."""
    refusing = reader.say(
        "You refuse what was claimed: {proposal}. The buyer may then propose something else,"
        " or call the operator in at once.",
        proposal=in_short(reader, case.claim.proposal.settlement),
    )
    question = bold(reader.say("Why? Your next message goes to the buyer as the reason."))
    leave = Button(reader.word("Cancel"), ShowClaim(claim_id=case.claim.id).pack())
    text = paragraphs(claim_lines(reader, case), problem, refusing, question)
    return Screen(text, rows([leave]), card=card_of(case.claim))


def sure(reader: Reader, case: ClaimCase, deed: Deed, address: str = "") -> Screen:
    """Asks once more, naming the order, the amount and the other side, for a return also its way back.

    `address` is what a seller adds to a return that he agrees to.
    """
    settlement = case.claim.proposal.settlement
    if address:
        settlement = replace(settlement, address=address)
    named: dict[str, object] = {
        "amount": reader.money(settlement.amount),
        "claimed": reader.money(case.claim.claimed),
        "proposal": in_short(reader, settlement),
        "number": case.order.number,
        "supplier": supplier_name(reader, case.supplier) if case.supplier else "",
    }
    question = bold(_SURE[deed, case.side](reader, named))
    yes = Button(reader.word("Yes"), _press(case, deed), Style.SUCCESS)
    no = Button(reader.word("No"), ShowClaim(claim_id=case.claim.id).pack())
    back = way_back(reader, settlement) if deed is Deed.AGREE else ""
    text = paragraphs(question, back, claim_lines(reader, case))
    return Screen(text, rows([yes, no]), card=card_of(case.claim))


_SURE: Final[Mapping[tuple[Deed, Side], Callable[[Reader, dict[str, object]], Html]]] = {
    (Deed.AGREE, Side.SELLER): lambda reader, named: reader.say(
        "Agree with the buyer on order {number}: {proposal}?", **named
    ),
    (Deed.AGREE, Side.BUYER): lambda reader, named: reader.say(
        "Agree with {supplier} on order {number}: {proposal}? The claim of {claimed} is then dealt with.",
        **named,
    ),
    (Deed.WITHDRAW, Side.BUYER): lambda reader, named: reader.say(
        "Take back the claim of {claimed} to {supplier} for order {number}?", **named
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
