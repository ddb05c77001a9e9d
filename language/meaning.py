"""Which term an amount speaks of, by the words around it."""

from collections.abc import Callable
from enum import StrEnum, auto
from typing import Final

from language.amount import Amount, Role
from language.line import SKIPPED, Line
from language.mark import Mark


class Meaning(StrEnum):
    """What an amount says in an offer."""

    PRICE = auto()
    TOTAL = auto()
    QUANTITY = auto()
    MINIMUM = auto()
    LEAD_TIME = auto()
    DEPOSIT = auto()
    DISCOUNT = auto()
    BARE = auto()
    ASIDE = auto()


_OVER_PRICE: Final = SKIPPED | {Mark.PRICE, Mark.PROPOSE}
_OVER_MINIMUM: Final = SKIPPED | {Mark.AT_LEAST, Mark.COMMA, Mark.PROPOSE}
_OVER_KIND: Final = frozenset({Mark.WORD, Mark.MEASURE})
_OVER_SAY: Final = frozenset({Mark.ABOUT, Mark.COMMA, Mark.FILLER})
_CUTTING: Final = frozenset({Mark.CUT, Mark.PROPOSE, Mark.OFF})
_KINDS: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.MEASURE})
_STRANGE_TO_LEAD_TIME: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.NOT_LEAD, Mark.MEASURE, Mark.LISTED})


def meaning(line: Line, amount: Amount) -> Meaning:
    """What the amount says; BARE figures are left to the price reader."""
    return _READERS[amount.role](line, amount)


def _money(line: Line, amount: Amount) -> Meaning:
    if _is_discount(line, amount):
        return Meaning.DISCOUNT
    if line.before(amount) is Mark.RISE:
        return Meaning.ASIDE
    if Mark.DEPOSIT in (line.mark(amount.first - 1), line.mark(amount.last)):
        return Meaning.ASIDE
    if Mark.TOTAL in (line.before(amount, _OVER_PRICE), line.after(amount)):
        return Meaning.TOTAL
    return Meaning.PRICE


def _is_discount(line: Line, amount: Amount) -> bool:
    """$50 off, 便宜5块; but 降到12块 names the price itself."""
    return Mark.OFF in (line.after(amount), line.before(amount))


def _count(line: Line, amount: Amount) -> Meaning:
    if line.before(amount, _OVER_MINIMUM) is Mark.MINIMUM or line.after(amount) in (Mark.FROM, Mark.MINIMUM):
        return Meaning.MINIMUM
    is_given_back = line.before(amount) is Mark.OFF
    if is_given_back or Mark.PAST in line.clause(amount.first).marks or _is_rate(line, amount):
        return Meaning.ASIDE
    is_floor = line.mark(amount.last) is Mark.AT_LEAST and line.before(amount) is not Mark.BUY
    return Meaning.MINIMUM if is_floor else Meaning.QUANTITY


def _is_rate(line: Line, amount: Amount) -> bool:
    """500 pcs per colour, 每种颜色500个, 各500个, 一箱50个."""
    behind, before = line.mark(amount.last), line.before(amount, _OVER_KIND)
    is_per_other = behind is Mark.PER and line.mark(amount.last + 1) is not Mark.UNIT
    return is_per_other or before is Mark.PER or amount.first in line.after_one


def _bare(line: Line, amount: Amount) -> Meaning:
    if line.before(amount, _OVER_MINIMUM) is Mark.MINIMUM or line.mark(amount.last) is Mark.FROM:
        return Meaning.MINIMUM
    if Mark.TOTAL in (line.before(amount, _OVER_PRICE), line.mark(amount.last)):
        return Meaning.TOTAL
    return Meaning.DISCOUNT if _is_discount(line, amount) else Meaning.BARE


def _days(line: Line, amount: Amount) -> Meaning:
    marks = line.clause(amount.first).marks
    if line.mark(amount.last) is Mark.NOT_LEAD or (Mark.NOT_LEAD in marks and Mark.LEAD not in marks):
        return Meaning.ASIDE
    strangers = marks & _STRANGE_TO_LEAD_TIME
    if line.stands_apart(amount):
        strangers -= _KINDS
    is_lead = Mark.LEAD in marks or not strangers
    return Meaning.LEAD_TIME if is_lead else Meaning.ASIDE


def _share(line: Line, amount: Amount) -> Meaning:
    marks = line.clause(amount.first).marks
    if Mark.DEPOSIT in marks:
        return Meaning.DEPOSIT
    is_off = Mark.OFF in marks or _is_cut(line, amount)
    return Meaning.DISCOUNT if is_off and Mark.RISE not in marks else Meaning.ASIDE


def _is_cut(line: Line, amount: Amount) -> bool:
    """Reduce the price by, say, 5%; 5% less."""
    if Mark.LESS is line.mark(amount.last):
        return True
    place = amount.first - 1
    while line.mark(place) in _OVER_SAY:
        place -= 1
    return line.mark(place) is Mark.OF and bool(_CUTTING & line.sentence(amount.first).marks)


def _aside(_: Line, __: Amount) -> Meaning:
    return Meaning.ASIDE


def _discount(_: Line, __: Amount) -> Meaning:
    return Meaning.DISCOUNT


_READERS: Final[dict[Role, Callable[[Line, Amount], Meaning]]] = {
    Role.MONEY: _money,
    Role.COUNT: _count,
    Role.BARE: _bare,
    Role.DAYS: _days,
    Role.WORKDAYS: _days,
    Role.PERCENT: _share,
    Role.TENTHS: _share,
    Role.FOLD: _discount,
    Role.ASIDE: _aside,
}
