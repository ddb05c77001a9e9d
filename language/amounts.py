"""Finding the amounts of a line: each figure in its role, by the tokens beside it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from domain.quantity import Unit
from language.amount import Amount, Role
from language.coins import coins
from language.figure import Figure, Flaw, no_number
from language.mark import EDGE, CurrencyMark, Mark, Token

_BY_SUFFIX: Final = {
    Mark.UNIT: Role.COUNT,
    Mark.DAY: Role.DAYS,
    Mark.WORKDAY: Role.WORKDAYS,
    Mark.AND_A_HALF: Role.DAYS,
    Mark.PERCENT: Role.PERCENT,
    Mark.TENTHS: Role.TENTHS,
    Mark.FOLD: Role.FOLD,
    Mark.MEASURE: Role.ASIDE,
}
_JOINTS: Final = frozenset({Mark.DASH, Mark.SLASH, Mark.TIMES, Mark.COLON})
_HALF: Final = Decimal("0.5")
_BY_TIMES: Final = 2
_LONGEST_COUNT: Final = 8
_ONE: Final = frozenset({"一", "1", "one"})


def amounts(tokens: Sequence[Token]) -> list[Amount]:
    """The amounts of a line in order; each token belongs to one at most."""
    found: list[Amount] = []
    place = 0
    while place < len(tokens):
        if tokens[place].mark is Mark.NUMBER:
            found.append(_Reader(tokens, place, found[-1].last if found else 0).read())
            place = found[-1].last
        else:
            place += 1
    return found


class _Reader:
    """Reads one amount around the number at `place`, touching no token before `floor`."""

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

    def read(self) -> Amount:
        if aside := self._aside():
            return aside
        currency = self._currency_before()
        self._range()
        if self._mark(self.last) is Mark.CURRENCY:
            currency = self._currency_after()
        has_unit, unit = self._per()
        if currency is not None or has_unit:
            return self._amount(Role.MONEY, currency, unit, has_unit)
        return self._by_suffix()

    def _amount(
        self,
        role: Role,
        currency: CurrencyMark | None = None,
        unit: Unit | None = None,
        has_unit: bool = False,
    ) -> Amount:
        return Amount(role, self.figure, self.first, self.last, currency, unit, has_unit)

    def _aside(self) -> Amount | None:
        """Chains such as 2024-05-01, 20x30 or 555-123-4567, what follows a name, and figures too long."""
        end, joints = self.place + 1, 0
        while self._mark(end) in _JOINTS and self._mark(end + 1) is Mark.NUMBER:
            joints += 1 if self._mark(end) is Mark.DASH else 2
            end += 2
        if joints == _BY_TIMES and self._mark(end) in (Mark.CURRENCY, Mark.EACH):
            return None
        after_name = self._mark(self.place - 1) in (Mark.MODEL, Mark.PLUS)
        too_long = (
            len(self.figure.text) >= _LONGEST_COUNT and self.figure.text.isdigit() and self._stands_alone()
        )
        if joints >= 2 or after_name or too_long:
            self.last = end
            return self._amount(Role.ASIDE)
        return None

    def _stands_alone(self) -> bool:
        sides = (self._mark(self.place - 1), self._mark(self.place + 1))
        return Mark.CURRENCY not in sides and Mark.UNIT not in sides

    def _currency_before(self) -> CurrencyMark | None:
        value = self._token(self.place - 1).value
        if not isinstance(value, CurrencyMark) or value.is_after:
            return None
        self.first = self.place - 1
        return value

    def _range(self) -> None:
        """12-13, 12 to 13, $12 - $13, 12元到13元."""
        end = self.last + (self._mark(self.last) is Mark.CURRENCY)
        if self._mark(end) not in (Mark.DASH, Mark.TO, Mark.OR):
            return
        end += 1 + (self._mark(end + 1) is Mark.CURRENCY)
        if self._mark(end) is not Mark.NUMBER:
            return
        second = self._figure(end)
        if self.figure.flaw is None and second.flaw is None and self.figure.value < second.value:
            self.figure = self.figure._replace(flaw=Flaw.RANGE, other=second.value)
            self.last = end + 1

    def _currency_after(self) -> CurrencyMark | None:
        currency = self._token(self.last).value
        if not isinstance(currency, CurrencyMark):
            return None
        self.figure, taken = coins(self.figure, currency, self.tokens[self.last : self.last + 7])
        self.last += taken
        return currency

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
        return lead.value.text == "一" or (lead.value.text in _ONE and self._has_currency())

    def _has_currency(self) -> bool:
        return self.last - self.first > 1

    def _one_unit_after(self) -> bool:
        lead, number, unit = (self._token(self.last + step) for step in range(3))
        one = isinstance(number.value, Figure) and number.value.text in _ONE
        return lead.mark in (Mark.SLASH, Mark.PER) and one and unit.mark is Mark.UNIT

    def _per_before(self) -> tuple[bool, Unit | None]:
        start = self.first - 1
        size = 2 if self._is_per_unit(start) else int(self._mark(start) is Mark.EACH)
        if not size or self._mark(self.last) in _BY_SUFFIX:
            return False, None
        self.first -= size
        value = self._token(start).value
        return True, value if isinstance(value, Unit) else None

    def _is_per_unit(self, place: int) -> bool:
        """每箱, per box."""
        return self._mark(place) is Mark.UNIT and self._mark(place - 1) is Mark.PER

    def _by_suffix(self) -> Amount:
        suffix = self._token(self.last)
        role = _BY_SUFFIX.get(suffix.mark, Role.BARE)
        if role is Role.COUNT and self._is_per_unit(self.place - 1):
            role = Role.ASIDE
        if role is Role.BARE:
            return self._amount(role)
        self.last += 1
        if suffix.mark is Mark.AND_A_HALF:
            self.figure = self.figure._replace(value=self.figure.value + _HALF)
        if isinstance(suffix.value, int):
            self.figure = self.figure.times(Decimal(suffix.value))
        if role is Role.COUNT and isinstance(suffix.value, Unit):
            return self._count(suffix.value)
        return self._amount(role)

    def _count(self, unit: Unit) -> Amount:
        """500 pcs; 10 cartons of 24 are 240 pieces."""
        pack = self._token(self.last + 1).value
        if (
            self._mark(self.last) is Mark.OF
            and isinstance(pack, Figure)
            and not (pack.flaw or self.figure.flaw)
        ):
            self.figure = self.figure.times(pack.value)
            self.last += 2 + (self._mark(self.last + 2) is Mark.UNIT)
            unit = Unit.PIECE
        return self._amount(Role.COUNT, unit=unit, has_unit=True)
