"""Which share a percentage is: deposit, balance, discount, or what lateness costs."""

from typing import Final

from language.amount import Amount
from language.fees import leads_to_amount
from language.line import SKIPPED, Line
from language.mark import Mark
from language.meanings import Meaning

_OVER_SAY: Final = frozenset({Mark.ABOUT, Mark.COMMA, Mark.FILLER})
_CUTTING: Final = frozenset({Mark.CUT, Mark.PROPOSE, Mark.OFF})
_PAYING: Final = frozenset({Mark.DEPOSIT, Mark.BALANCE, Mark.DUE})
_OF_BALANCE: Final = frozenset({Mark.BALANCE, Mark.DUE})
_CAPPING: Final = frozenset({Mark.CAP, Mark.AT_MOST, Mark.LIMIT})


def share(line: Line, amount: Amount) -> Meaning:
    """What a percentage or tenths say, by the words of their clause and sentence."""
    marks = line.clause(amount.first).marks
    if Mark.LATE in line.sentence(amount.first).marks and not marks & _PAYING:
        return Meaning.LATE_CAP if _is_cap(line, amount) else Meaning.LATE
    if Mark.PAST in marks and Mark.DEPOSIT not in marks:
        return Meaning.ASIDE
    if Mark.OFF in (line.before(amount), line.after(amount)):
        return Meaning.DISCOUNT
    if Mark.DEPOSIT in marks and not is_balance(line, amount):
        return Meaning.DEPOSIT
    if marks & _OF_BALANCE or is_balance(line, amount):
        return Meaning.BALANCE
    is_off = Mark.OFF in marks or _is_cut(line, amount)
    return Meaning.DISCOUNT if is_off and Mark.RISE not in marks else Meaning.ASIDE


def _is_cap(line: Line, amount: Amount) -> bool:
    """The 10 % of 最多10%, capped at 10%, 10% max."""
    if line.before(amount) in _CAPPING:
        return True
    return line.after(amount) in _CAPPING and not leads_to_amount(line, amount.last + 1)


def is_balance(line: Line, amount: Amount) -> bool:
    """70% before shipment, 尾款70%; but 30% deposit, balance before shipment."""
    return _paid_as(line, amount) in _OF_BALANCE


def _paid_as(line: Line, amount: Amount) -> Mark | None:
    """The word that names a share: 定金30%, unless it belongs to the share before, or 30% deposit."""
    place = amount.first - 1
    while line.mark(place) in SKIPPED:
        place -= 1
    before = line.mark(place) if line.mark(place) in _PAYING else None
    if before and not (place and line.in_amount[place - 1]):
        return before
    after = line.after(amount)
    return after if after in _PAYING else before


def _is_cut(line: Line, amount: Amount) -> bool:
    """Reduce the price by, say, 5%; 5% less."""
    if Mark.LESS is line.mark(amount.last):
        return True
    place = amount.first - 1
    while line.mark(place) in _OVER_SAY:
        place -= 1
    if line.mark(place) is Mark.CUT:
        return True
    return line.mark(place) is Mark.BY and bool(_CUTTING & line.sentence(amount.first).marks)
