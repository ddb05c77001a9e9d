"""What of an order can be claimed: until when, how many units of which specs, and for how much at most."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.claim import Claim
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import Line
from domain.lifecycle import OPEN_CLAIMS, RECEIVED, ClaimStatus, OrderStatus
from domain.money import Money
from domain.order import Order
from domain.order_clock import INSPECTION_TIME
from domain.refusal import Refusal
from domain.settlement import GIVEN_BACK, Remedy
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
"""Where a settled claim stands while its goods go back, or are back."""
_CONTESTABLE: Final = frozenset(
    (ClaimStatus.AWAITING_RETURN, ClaimStatus.AWAITING_RECEIPT, ClaimStatus.AWAITING_REPLACEMENT)
)
"""Where a claim stands whose goods travel: what comes may be contested, and then is in dispute anew."""
_UNDER_WAY: Final = frozenset((OrderStatus.AWAITING_PAYMENT, OrderStatus.IN_PRODUCTION, OrderStatus.SHIPPED))


class NotReceivedYet(Refusal):
    """The goods have not arrived, nor are they late."""


class TooLateToClaim(Refusal):
    """More than `days` have passed since receipt."""


class ClaimOpen(Refusal):
    """A claim on the order, `claim_id`, is still to be agreed on, or may be once more."""


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
    """An order with the claims made on it so far, first to last, and what they gave back, `allowed`.

    `sent_back` are the ids of those whose goods left the buyer, however they were settled after that.
    """

    order: Order
    claims: Sequence[Claim]
    allowed: Money
    sent_back: frozenset[int] = frozenset()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is left of each line of the split; none where the order is not split."""
        gone = Counter[tuple[tuple[str, str], ...]]()
        for line in (line for claim in self._returned() for line in claim.ground.lines):
            gone[line.specs] += line.count
        left = (Line(line.specs, line.count - gone[line.specs]) for line in self.order.details.lines)
        return tuple(line for line in left if line.count > 0)

    @property
    def count(self) -> int:
        """How many units did not go back."""
        gone = sum(claim.ground.count for claim in self._returned())
        return max(0, self.order.terms.quantity.count - gone)

    @property
    def open_claim(self) -> Claim | None:
        """The claim that keeps another from being made: one is disputed at a time."""
        return next((claim for claim in self.claims if stands_alone(claim)), None)

    def most(self, count: int) -> Money:
        """The most that can be claimed for so many units: what others may come to is given, too.

        Raises QuantityOutOfBounds.
        """
        return most(self.order.terms, count, reserved(self.claims, self.allowed))

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

    def _returned(self) -> Iterable[Claim]:
        """Claims that are settled, and whose goods go back or are back."""
        settled = (claim for claim in self.claims if claim.status in _GOING_BACK)
        return (each for each in settled if each.id in self.sent_back or _is_return(each))


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


def stands_alone(claim: Claim) -> bool:
    """Whether no other claim is made beside it: the sides, or an operator, are at it or may be once more."""
    return claim.is_undecided or (claim.status in _CONTESTABLE and not claim.decided)


def reserved(claims: Iterable[Claim], allowed: Money) -> Money:
    """What claims gave back, `allowed`, with all that those under way may come to."""
    promised = sum(_reserved(claim) for claim in claims if _is_owed(claim))
    return Money(allowed.minor + promised, allowed.currency)


def _is_return(claim: Claim) -> bool:
    return claim.proposal.settlement.remedy is Remedy.RETURN


def _is_owed(claim: Claim) -> bool:
    """Whether the price may still be lowered for it."""
    if claim.status not in OPEN_CLAIMS or claim.ground.kind is ClaimKind.LATE:
        return False
    return not claim.decided or claim.proposal.settlement.remedy in GIVEN_BACK


def _reserved(claim: Claim) -> int:
    """What it may come to at most, in minor units: until an operator decided, all that was claimed."""
    return claim.left.minor if claim.decided else claim.claimed.minor - claim.repaid
