"""What a claim may end with: the remedy, the amount, and for goods that go back, who pays and where to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from domain.money import Money
from domain.people import Side
from domain.refusal import Refusal

MAX_ADDRESS_LENGTH: Final = 300


class Remedy(StrEnum):
    """How the seller makes it good; the values are stored. NOTHING is a refusal."""

    COMPENSATION = "compensation"
    REFUND = "refund"
    RETURN = "return"
    REPLACEMENT = "replacement"
    NOTHING = "nothing"


UNPAID: Final = frozenset((Remedy.REPLACEMENT, Remedy.NOTHING))
"""Remedies that cost no money."""
GIVEN_BACK: Final = frozenset((Remedy.REFUND, Remedy.RETURN))
"""Remedies by which the buyer gets back of what he paid."""


class ReturnIncomplete(Refusal):
    """A return lacks who pays the freight, or an address; it has at most `most` characters."""


class AmountMissing(Refusal):
    """A remedy that is paid needs an amount above zero."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One remedy; `amount` is nothing for a replacement and a refusal.

    `freight` is who pays the way back, the seller by freight collect, and `address` where the goods go back
    to; only a return has them. The buyer may leave the address to the seller.
    """

    remedy: Remedy
    amount: Money
    freight: Side | None = None
    address: str = ""

    def check(self) -> None:
        """Raises AmountMissing or ReturnIncomplete."""
        if (self.amount.minor > 0) == (self.remedy in UNPAID) or self.amount.minor < 0:
            raise AmountMissing(amount=self.amount)
        is_return = self.remedy is Remedy.RETURN
        has_way = self.freight is not None and len(self.address) <= MAX_ADDRESS_LENGTH
        has_none = self.freight is None and not self.address
        if not (has_way if is_return else has_none):
            raise ReturnIncomplete(most=MAX_ADDRESS_LENGTH)

    @property
    def is_complete(self) -> bool:
        """Whether it lacks no address."""
        return self.remedy is not Remedy.RETURN or bool(self.address)

    @property
    def signed(self) -> list[Any]:
        """What a digest is made of; of a compensation only the amount, as of the first claims."""
        money: list[Any] = [self.amount.minor, self.amount.currency]
        if self.remedy is Remedy.COMPENSATION:
            return money
        return [*money, self.remedy.value, self.freight.value if self.freight else "", self.address]


def nothing(currency: str) -> Settlement:
    """A refusal."""
    return Settlement(Remedy.NOTHING, Money(0, currency))


def compensation(amount: Money) -> Settlement:
    """Paid for being late."""
    return Settlement(Remedy.COMPENSATION, amount)
