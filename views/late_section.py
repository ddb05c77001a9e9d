"""What an order's card says of the promised day, of lateness, and of the compensation."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lateness import promised_day
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.people import Side
from services.cases import OrderCase
from services.late import LateCase
from views.callback_data.claim import BringClaim, DraftClaim
from views.lateness import late_line
from views.markup import Html, bold, lines
from views.reader import Reader
from views.screen import Button

_C: Final = ClaimStatus
_TO_LEAVE: Final = frozenset((OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION))


def late_section(reader: Reader, case: OrderCase) -> Html:
    """The promised day while goods are still to leave; then how late it is and what was claimed."""
    if case.late is not None:
        return lines(
            bold(late_line(reader, case.late)), _so_far(reader, case.late), _money_line(reader, case.late)
        )
    promised_at = case.order.promised_at
    if promised_at is None or case.order.status not in _TO_LEAVE:
        return Html()
    return reader.say("🗓 To be shipped by {day} (China)", day=reader.day(promised_day(promised_at)))


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
    return _MONEY[claim.status](reader, reader.money(claim.proposal.amount))


_MONEY: Final[Mapping[ClaimStatus, Callable[[Reader, str], Html]]] = {
    _C.AWAITING_SELLER: lambda reader, amount: reader.say(
        "Compensation claimed: {amount} · waiting for the seller", amount=amount
    ),
    _C.AWAITING_BUYER: lambda reader, amount: reader.say(
        "Compensation proposed: {amount} · waiting for the buyer", amount=amount
    ),
    _C.AGREED: lambda reader, amount: reader.say(
        "Compensation agreed: {amount} · to be paid by the seller", amount=amount
    ),
    _C.SETTLED: lambda reader, amount: reader.say("Compensation settled: {amount}", amount=amount),
}
