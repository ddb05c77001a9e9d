"""How late an order is, what that comes to, and what was claimed for it before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.claim import Claim
from domain.claim_bounds import stands_alone
from domain.consignment import Consignment
from domain.lateness import Lateness, Sent, lateness
from domain.lifecycle import ClaimStatus, OrderStatus
from domain.money import Money
from domain.order import Order
from services.ports import Books

MOST_FAILED: Final = 2
"""So many claims may be refused or taken back, then the bot carries no more of them."""
CLAIMABLE: Final = frozenset(
    (OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED, OrderStatus.DELIVERED)
)
_TO_LEAVE: Final = frozenset((OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION))
_FAILED: Final = frozenset((ClaimStatus.CLOSED, ClaimStatus.WITHDRAWN))


@dataclass(frozen=True, slots=True)
class LateCase:
    """An order that is late, or left late: by how much, and the claims made so far, first to last."""

    order: Order
    lateness: Lateness
    claims: Sequence[Claim] = ()

    @property
    def settled(self) -> Money | None:
        """What the claims that the sides agreed on had claimed: those days are dealt with."""
        won = [claim.claimed for claim in self.claims if claim.is_late and claim.is_won]
        return Money(sum(each.minor for each in won), won[0].currency) if won else None

    @property
    def claimable(self) -> Money | None:
        """What the buyer may claim now; None when nothing was agreed, is left, or may be asked any more.

        - One claim at a time; what is agreed once counts for the days up to then.
        - A claim may be refused or taken back twice; after that only a message helps.
        """
        amount = self.lateness.amount
        if amount is None or self.order.status not in CLAIMABLE or self._is_barred:
            return None
        left = amount.minor - (self.settled.minor if self.settled else 0)
        return Money(left, amount.currency) if left > 0 else None

    @property
    def _is_barred(self) -> bool:
        failed = sum(claim.is_late and claim.status in _FAILED for claim in self.claims)
        return failed >= MOST_FAILED or any(map(stands_alone, self.claims))


def awaits_shipment(order: Order) -> bool:
    """Whether goods are still to leave by a day that was promised."""
    return order.status in _TO_LEAVE and order.promised_at is not None


async def late_case_of(
    books: Books, order: Order, consignments: Sequence[Consignment] | None = None
) -> LateCase | None:
    """How late the order is as of now; None while it is in time, or no day was promised.

    Who has its consignments at hand gives them.
    """
    if order.promised_at is None or books.now < order.promised_at:
        return None
    if consignments is None:
        consignments = await books.consignments.of_order(order.id)
    sent = [Sent(each.parcel.quantity, each.at) for each in consignments]
    found = lateness(order.terms, order.promised_at, sent, books.now)
    if not found.days:
        return None
    return LateCase(order, found, await books.claims.of_order(order.id))
