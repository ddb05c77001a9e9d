"""The tokens beside a figure, and what one price is for: /pc, each, per dozen, 一件, 每件."""

from collections.abc import Sequence
from typing import Final

from domain.quantity import Unit
from language.amount import Role
from language.figure import Figure, no_number
from language.mark import EDGE, Mark, Token

BY_SUFFIX: Final = {
    Mark.UNIT: Role.COUNT,
    Mark.MULTIPLE: Role.COUNT,
    Mark.DAY: Role.DAYS,
    Mark.WORKDAY: Role.WORKDAYS,
    Mark.AND_A_HALF: Role.DAYS,
    Mark.PERCENT: Role.PERCENT,
    Mark.TENTHS: Role.TENTHS,
    Mark.FOLD: Role.FOLD,
    Mark.MEASURE: Role.ASIDE,
}
"""The roles that a mark behind a figure gives it."""

_TELLING: Final = frozenset({Mark.IS, Mark.LISTED, Mark.COLON})
"""What may part a unit from the price of one: a dozen costs 18."""

ONE: Final = frozenset({"一", "1", "one"})


class Beside:
    """The number at `place` and its neighbours, none of them before `floor`."""

    def __init__(self, tokens: Sequence[Token], place: int, floor: int) -> None:
        self.tokens, self.place, self.floor = tokens, place, floor
        self.first, self.last = place, place + 1
        self.figure = self._figure(place)

    def _token(self, place: int) -> Token:
        return self.tokens[place] if self.floor <= place < len(self.tokens) else EDGE

    def _mark(self, place: int) -> Mark:
        return self._token(place).mark

    def _figure(self, place: int) -> Figure:
        value = self.tokens[place].value
        return value if isinstance(value, Figure) else no_number("")

    def _per(self) -> tuple[bool, Unit | None]:
        """What one price is for: /pc, each, per dozen, 一件, or 每件 in front."""
        for size, pattern in ((1, self._each_after), (2, self._unit_after), (3, self._one_unit_after)):
            if pattern():
                self.last += size
                value = self._token(self.last - 1).value
                return True, value if isinstance(value, Unit) else None
        return self._per_before()

    def _each_after(self) -> bool:
        return self._mark(self.last) is Mark.EACH

    def _unit_after(self) -> bool:
        lead, unit = self._token(self.last), self._token(self.last + 1)
        if unit.mark is not Mark.UNIT:
            return False
        if not isinstance(lead.value, Figure):
            return lead.mark in (Mark.SLASH, Mark.PER)
        return lead.value.text == "一" or (lead.value.text in ONE and self._has_currency())

    def _has_currency(self) -> bool:
        return self.last - self.first > 1

    def _one_unit_after(self) -> bool:
        lead, number, unit = (self._token(self.last + step) for step in range(3))
        one = isinstance(number.value, Figure) and number.value.text in ONE
        return lead.mark in (Mark.SLASH, Mark.PER) and one and unit.mark is Mark.UNIT

    def _per_before(self) -> tuple[bool, Unit | None]:
        start = self.first - 1
        start -= self._mark(start) in _TELLING
        size = 2 if self._is_per_unit(start) else int(self._mark(start) is Mark.EACH)
        if not size or self._mark(self.last) in BY_SUFFIX:
            return False, None
        self.first = start + 1 - size
        value = self._token(start).value
        return True, value if isinstance(value, Unit) else None

    def _is_per_unit(self, place: int) -> bool:
        """每箱, per box."""
        return self._mark(place) is Mark.UNIT and self._mark(place - 1) is Mark.PER
