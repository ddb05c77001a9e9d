"""Finding the amounts of a line: each figure in its role, by the tokens beside it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from domain.quantity import Unit
from language.amount import Amount, Role
from language.beside import BY_SUFFIX, ONE, Beside
from language.coins import coins
from language.figure import Figure, Flaw
from language.mark import EQUALS, CurrencyMark, Mark, Token

_JOINTS: Final = frozenset({Mark.DASH, Mark.SLASH, Mark.TIMES, Mark.COLON})
_NAMING: Final = frozenset({Mark.MODEL, Mark.FOOT, Mark.MONTH, Mark.AQL})
_NAMED: Final = frozenset({Mark.FOOT, Mark.MONTH})
_HALF: Final = Decimal("0.5")
_BY_TIMES: Final = 2
_LONGEST_COUNT: Final = 8


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


class _Reader(Beside):
    """Reads one amount around the number at `place`, touching no token before `floor`."""

    def read(self) -> Amount:
        if found := self._price_of_one() or self._aside():
            return found
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

    def _price_of_one(self) -> Amount | None:
        """一打12块, 1 dozen $24: what stands before the sum is what it is for, and no count."""
        lead, unit = self.figure, self._token(self.place + 1)
        start = self.place + 2
        is_said = self._mark(start) is Mark.IS
        start += is_said
        start += self._mark(start) is Mark.CURRENCY
        if lead.text not in ONE or unit.mark is not Mark.UNIT or self._mark(start) is not Mark.NUMBER:
            return None
        found = _Reader(self.tokens, start, self.place + 2).read()
        is_money = found.role is Role.MONEY or (is_said and found.role is Role.BARE)
        if not is_money or found.has_unit:
            return None
        value = unit.value if isinstance(unit.value, Unit) else None
        return found._replace(role=Role.MONEY, first=self.place, unit=value, has_unit=True)

    def _aside(self) -> Amount | None:
        """Chains such as 2024-05-01, 20x30 or 555-123-4567, what follows a name, and figures too long."""
        end, joints = self.place + 1, 0
        joining = _JOINTS - {Mark.COLON} if self._mark(self.place - 1) is Mark.MODEL else _JOINTS
        while self._mark(end) in joining and self._mark(end + 1) is Mark.NUMBER:
            joints += 1 if self._mark(end) is Mark.DASH else 2
            end += 2
        if joints == _BY_TIMES and (
            self._mark(end) in (Mark.CURRENCY, Mark.EACH) or self._token(end).value == EQUALS
        ):
            return None
        after_name = self._mark(self.place - 1) in _NAMING or self._is_phone() or self._mark(end) in _NAMED
        too_long = (
            len(self.figure.text) >= _LONGEST_COUNT and self.figure.text.isdigit() and self._stands_alone()
        )
        if joints >= 2 or after_name or too_long:
            self.last = end
            return self._amount(Role.ASIDE)
        return None

    def _is_phone(self) -> bool:
        """+86 138 and 0086 138, but +0.8 yuan."""
        if self.figure.text.startswith("00"):
            return True
        return self._mark(self.place - 1) is Mark.PLUS and self._mark(self.place + 1) is Mark.NUMBER

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
        """块, and in 13块2美金 what follows its coins."""
        currency = self._token(self.last).value
        if not isinstance(currency, CurrencyMark):
            return None
        self.figure, taken = coins(self.figure, currency, self.tokens[self.last : self.last + 7])
        self.last += taken
        then = self._token(self.last)
        if (
            taken > 1
            and isinstance(then.value, CurrencyMark)
            and then.start == self.tokens[self.last - 1].end
        ):
            self.last += 1
            return then.value
        return currency

    def _by_suffix(self) -> Amount:
        if parts := self._parts_before():
            return parts
        suffix = self._token(self.last)
        role = BY_SUFFIX.get(suffix.mark, Role.BARE)
        if role is Role.COUNT and self._is_per_unit(self.place - 1):
            role = Role.ASIDE
        if role is Role.BARE:
            return self._amount(role)
        self.last += 1
        if suffix.mark is Mark.AND_A_HALF:
            self.figure = self.figure._replace(value=self.figure.value + _HALF)
        if isinstance(suffix.value, int):
            self.figure = self.figure.times(Decimal(suffix.value))
        if suffix.mark is Mark.MULTIPLE:
            return self._amount(role, unit=Unit.PIECE, has_unit=True)
        if role is Role.COUNT and isinstance(suffix.value, Unit):
            return self._count(suffix.value)
        return self._amount(role)

    def _parts_before(self) -> Amount | None:
        """百分之三十 is 30 percent, 千分之五 half a percent."""
        before = self._token(self.first - 1)
        if before.mark is not Mark.PARTS or not isinstance(before.value, int):
            return None
        self.first -= 1
        self.figure = self.figure.times(Decimal(100) / before.value)
        return self._amount(Role.PERCENT)

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
