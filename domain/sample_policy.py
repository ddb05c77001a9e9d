"""On which terms a supplier gives samples, said once for all that are asked: of one product, or of all."""

from dataclasses import dataclass, fields, replace
from typing import Final

from domain.money import Money
from domain.refusal import Refusal

MOST_PIECES: Final = 20
"""Of one sample; whoever needs more orders in bulk."""
USUAL_PIECES: Final = (1, 2, 3, 5)


class SampleCountOutOfBounds(Refusal):
    """`count` is not between 1 and `most`."""


class SamplesNotOffered(Refusal):
    """The supplier gives no samples of this product."""


@dataclass(frozen=True, slots=True)
class SamplePolicy:
    """What is known of the samples of a product; None is not said.

    `price` is for one piece and may be nothing, `freight` for all of them, `days` from payment to dispatch.
    `is_refundable`: a bulk order gives the price back.
    """

    is_offered: bool | None = None
    price: Money | None = None
    freight: Money | None = None
    days: int | None = None
    is_refundable: bool | None = None

    @property
    def is_refused(self) -> bool:
        """Whether no samples are given."""
        return self.is_offered is False

    @property
    def is_complete(self) -> bool:
        """Whether it answers a request by itself."""
        return not self.is_refused and self.price is not None and self.freight is not None

    def filled_from(self, other: "SamplePolicy", currency: str) -> "SamplePolicy":
        """This policy, what it leaves open taken from `other`; amounts only in this currency."""
        fitting = other.in_currency(currency)
        taken = {f.name: getattr(fitting, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **taken)

    def in_currency(self, currency: str) -> "SamplePolicy":
        """Without amounts of another currency."""
        strange = {
            name: None
            for name in ("price", "freight")
            if (amount := getattr(self, name)) and amount.currency != currency
        }
        return replace(self, **strange)


NO_POLICY: Final = SamplePolicy()


def check_pieces(count: int) -> None:
    """Raises SampleCountOutOfBounds."""
    if not 0 < count <= MOST_PIECES:
        raise SampleCountOutOfBounds(count=count, most=MOST_PIECES)
