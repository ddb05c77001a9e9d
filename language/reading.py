"""What reading a line takes and gives: the context of the talk and the reading itself."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import TermsDraft
from language.doubt import Doubt


class Intent(StrEnum):
    """What the writer of a line wants."""

    ASK = "ask"
    OFFER = "offer"
    COUNTER = "counter"
    ACCEPT = "accept"
    REJECT = "reject"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before the line: the product's currency and unit, and prices named, in major units.

    `previous` is the other side's last price, `own` the writer's. A number that stands alone is read as a
    price when `number_is_price`, as in a reply to an offer; every sum is a fee when `number_is_fee`, as in
    the answer to what a customization costs. `side` is the writer's, without which "we pay
    freight" says nothing; days of the calendar are only read when `today` is known.
    """

    currency: str
    unit: Unit = Unit.PIECE
    listed: Decimal | None = None
    previous: Decimal | None = None
    own: Decimal | None = None
    number_is_price: bool = False
    number_is_fee: bool = False
    side: Side | None = None
    today: date | None = None

    def unit_named(self, unit: Unit | None) -> Unit:
        """The unit a word names: None is the product's own, and pieces are sheets where those are sold."""
        if unit is None or (unit is Unit.PIECE and self.unit in _ALSO_PIECES):
            return self.unit
        return unit


_ALSO_PIECES: Final = frozenset({Unit.SHEET, Unit.ROLL})
"""Goods of which one is also called a piece: pcs, 件."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price as said, in major units: for one `per`, or for all when `is_total`."""

    amount: Decimal
    currency: str
    per: Unit | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A line understood: `terms` hold what is certain, `rest` what was not understood, word for word.

    `price` is the price as said; a total without a count stands there alone. `currency` is the price's
    even when its figure is in doubt. `minimum` is the MOQ in the unit that was said, `percent_of_listed` a
    discount: 85 is 15 % off. Terms that contradict each other are a Refusal among the doubts.
    """

    terms: TermsDraft
    doubts: tuple[Doubt | Refusal, ...]
    rest: str
    intent: Intent
    price: Price | None = None
    currency: str | None = None
    minimum: Quantity | None = None
    percent_of_listed: Decimal | None = None
