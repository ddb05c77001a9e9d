"""A written figure: its value, or the readings it allows and why it is in doubt."""

from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

MOST_CHARACTERS: Final = 18
"""Longer figures are refused before any arithmetic."""


class Flaw(StrEnum):
    """Why a figure has no single value."""

    TWO_READINGS = "two_readings"
    RANGE = "range"
    NOT_A_NUMBER = "not_a_number"
    NOT_POSITIVE = "not_positive"


class Figure(NamedTuple):
    """The value, and with a flaw the other reading or the end of the range; `text` as written."""

    value: Decimal
    text: str
    flaw: Flaw | None = None
    other: Decimal | None = None

    def times(self, factor: Decimal | int) -> "Figure":
        """The figure in smaller units, its flaw kept."""
        other = None if self.other is None else self.other * factor
        return self._replace(value=self.value * factor, other=other)


def no_number(text: str) -> Figure:
    """What stands where a number should and is none."""
    return Figure(Decimal(0), text, Flaw.NOT_A_NUMBER)
