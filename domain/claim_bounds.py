"""What of an order can be claimed: until when, how many units of which specs, and for how much at most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.claim import Claim
from domain.claim_facts import ClaimReason, Ground
from domain.details import Line
from domain.lifecycle import RECEIVED, ClaimStatus, OrderStatus
from domain.money import Money
from domain.order import Order
from domain.order_clock import INSPECTION_TIME
from domain.refusal import Refusal
from domain.settlement import Remedy
from domain.worth import most

CLAIM_TIME: Final = timedelta(days=30)
"""From receipt."""
_GOING_BACK: Final = frozenset(
    (
        ClaimStatus.AWAITING_RETURN,
        ClaimStatus.AWAITING_RECEIPT,
        ClaimStatus.AGREED,
        ClaimStatus.DECIDED,
        ClaimStatus.REFUNDED,
    )
)
"""Where a claim settled by a return stands while its goods go back, or are back."""
_UNDER_WAY: Final = frozenset((OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED))


class NotReceivedYet(Refusal):
    """The goods have not arrived, nor are they late."""


class TooLateToClaim(Refusal):
    """More than `days` have passed since receipt."""


class ClaimOpen(Refusal):
    """A claim on the order, `claim_id`, is still to be agreed on."""


class NothingLeft(Refusal):
    """All units went back, or all that was paid for them was given back."""


class MoreThanLeft(Refusal):
    """So many units, `count`, are claimed where only `left` did not go back before."""


class AboveWorth(Refusal):
    """The `amount` is not above zero, or more than the affected units are `worth`."""


class OtherCurrency(Refusal):
    """The amount is in another currency than the order's `currency`."""


@dataclass(frozen=True, slots=True)
class Claimable:
    """An order with the claims made on it so far, first to last, and what they gave back, `allowed`."""

    order: Order
    claims: Sequence[Claim]
    allowed: Money

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is left of each line of the split; none where the order is not split."""
        gone = Counter[tuple[tuple[str, str], ...]]()
        for line in (line for claim in _returned(self.claims) for line in claim.ground.lines):
            gone[line.specs] += line.count
        left = (Line(line.specs, line.count - gone[line.specs]) for line in self.order.details.lines)
        return tuple(line for line in left if line.count > 0)

    @property
    def count(self) -> int:
        """How many units did not go back."""
        gone = sum(claim.ground.count for claim in _returned(self.claims))
        return max(0, self.order.terms.quantity.count - gone)

    @property
    def open_claim(self) -> Claim | None:
        """The claim that is still to be agreed on."""
        return next((claim for claim in self.claims if claim.is_undecided), None)

    def most(self, count: int) -> Money:
        """The most that can be claimed for so many units: what is owed for other claims is given, too.

        Raises QuantityOutOfBounds.
        """
        owed = sum(claim.left.minor for claim in self.claims if claim.is_outstanding)
        return most(self.order.terms, count, Money(self.allowed.minor + owed, self.allowed.currency))

    def check(self, now: datetime, *, is_late: bool) -> None:
        """Raises what keeps the buyer from claiming anything now."""
        check_time(self.order, now, is_late=is_late)
        if self.open_claim:
            raise ClaimOpen(claim_id=self.open_claim.id)
        if not self.count or not self.most(self.count).minor:
            raise NothingLeft(order=self.order.number)

    def check_units(self, count: int, lines: Sequence[Line]) -> None:
        """Raises MoreThanLeft unless so many units of these lines did not go back before."""
        left = {line.specs: line.count for line in self.lines}
        for line in lines:
            if not 0 < line.count <= left.get(line.specs, 0):
                raise MoreThanLeft(count=line.count, left=left.get(line.specs, 0))
        is_split = bool(self.order.details.lines)
        if not 0 < count <= self.count or (is_split and count != sum(line.count for line in lines)):
            raise MoreThanLeft(count=count, left=self.count)

    def check_amount(self, amount: Money, count: int) -> None:
        """Raises OtherCurrency or AboveWorth unless the amount can be claimed for so many units."""
        highest = self.most(count)
        if amount.currency != highest.currency:
            raise OtherCurrency(currency=highest.currency)
        if not 0 < amount.minor <= highest.minor:
            raise AboveWorth(amount=amount, worth=highest)

    def check_ground(self, ground: Ground, amount: Money) -> None:
        """Raises MoreThanLeft, OtherCurrency or AboveWorth."""
        self.check_units(ground.count, ground.lines)
        self.check_amount(amount, ground.count)


def can_claim(order: Order, now: datetime, *, is_late: bool) -> bool:
    """Whether it is neither too early nor too late to claim."""
    try:
        check_time(order, now, is_late=is_late)
    except (NotReceivedYet, TooLateToClaim):
        return False
    return True


def check_time(order: Order, now: datetime, *, is_late: bool) -> None:
    """Raises NotReceivedYet or TooLateToClaim; of an order that is late only lateness is claimed before."""
    if order.status not in RECEIVED and not (is_late and order.status in _UNDER_WAY):
        raise NotReceivedYet(order=order.number)
    if order.status is OrderStatus.COMPLETED and now >= order.expires_at - INSPECTION_TIME + CLAIM_TIME:
        raise TooLateToClaim(days=CLAIM_TIME.days)


def reasons(order: Order) -> tuple[ClaimReason, ...]:
    """What can be wrong with an order as it stands: all, or before its receipt only that it is late."""
    return tuple(ClaimReason) if order.status in RECEIVED else (ClaimReason.LATE,)


def _returned(claims: Iterable[Claim]) -> Iterable[Claim]:
    return (
        claim
        for claim in claims
        if claim.status in _GOING_BACK and claim.proposal.settlement.remedy is Remedy.RETURN
    )
