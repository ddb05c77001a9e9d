"""How many of what: a count of whole units."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.refusal import Refusal

MAX_COUNT: Final = 10_000_000


class Unit(StrEnum):
    """Units of sale; the values are stored."""

    PIECE = "piece"
    SET = "set"
    PAIR = "pair"
    BOX = "box"
    CARTON = "carton"
    BAG = "bag"
    DOZEN = "dozen"
    ROLL = "roll"
    SHEET = "sheet"
    METRE = "metre"
    KILOGRAM = "kilogram"
    TONNE = "tonne"


class QuantityOutOfBounds(Refusal):
    """`count` is not between 1 and `most`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A whole number of units, from 1 to MAX_COUNT."""

    count: int
    unit: Unit = Unit.PIECE

    def __post_init__(self) -> None:
        if not 0 < self.count <= MAX_COUNT:
            raise QuantityOutOfBounds(count=self.count, most=MAX_COUNT)
