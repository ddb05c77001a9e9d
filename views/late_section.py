"""What an order's card says of lateness and of the compensation, and the buttons that lead to it."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import ClaimStatus
from domain.people import Side
from services.cases import OrderCase
from services.late import LateCase
from views.callback_data.claim import BringClaim, DraftClaim
from views.lateness import late_line
from views.markup import Html, bold, lines
from views.reader import Reader
from views.screen import Button

_C: Final = ClaimStatus


def late_section(reader: Reader, case: OrderCase) -> Html:
    """How late it is, what the terms make of that, and what was claimed."""
    late = case.late
    if late is None:
        return Html()
    return lines(bold(late_line(reader, late)), _so_far(reader, late), _money_line(reader, late))


def claim_button(reader: Reader, case: OrderCase) -> Button | None:
    """The buyer may claim while something is left to claim."""
    if case.side is Side.SELLER or case.late is None or case.late.claimable is None:
        return None
    return Button(reader.word("⏰ Claim compensation"), DraftClaim(order_id=case.order.id).pack())


def standing_claim_button(reader: Reader, case: OrderCase) -> Button | None:
    """Leads both sides to the claim that stands."""
    claim = case.late.standing if case.late else None
    if claim is None:
        return None
    return Button(reader.word("⚖️ Compensation"), BringClaim(claim_id=claim.id).pack())


def _so_far(reader: Reader, late: LateCase) -> Html:
    amount = late.lateness.amount
    if amount is None:
        return reader.say("No late-delivery compensation was agreed. Press Message to talk it over.")
    return reader.say("Compensation by the agreed terms: {amount}", amount=reader.money(amount))


def _money_line(reader: Reader, late: LateCase) -> Html:
    claim = late.standing
    if claim is None:
        return Html()
    say = _MONEY.get(claim.status)
    return Html() if say is None else say(reader, reader.money(claim.proposal.settlement.amount))


_MONEY: Final[Mapping[ClaimStatus, Callable[[Reader, str], Html]]] = {
    _C.AWAITING_SELLER: lambda reader, amount: reader.say(
        "Compensation claimed: {amount} · waiting for the seller", amount=amount
    ),
    _C.AWAITING_BUYER: lambda reader, amount: reader.say(
        "Compensation proposed: {amount} · waiting for the buyer", amount=amount
    ),
    _C.ESCALATED: lambda reader, amount: reader.say(
        "Compensation in dispute: {amount} · the operator is called in", amount=amount
    ),
    _C.DECIDED: lambda reader, amount: reader.say(
        "Compensation decided: {amount} · to be paid by the seller", amount=amount
    ),
    _C.AGREED: lambda reader, amount: reader.say(
        "Compensation agreed: {amount} · to be paid by the seller", amount=amount
    ),
    _C.SETTLED: lambda reader, amount: reader.say("Compensation settled: {amount}", amount=amount),
}
