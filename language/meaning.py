"""Which term an amount speaks of, by the words around it."""

from collections.abc import Callable
from typing import Final

from language.amount import Amount, Role
from language.fees import OVER_FEE, is_fee
from language.line import SKIPPED, Line
from language.mark import EQUALS, Mark
from language.meanings import Meaning
from language.shares import share

_OVER_PRICE: Final = SKIPPED | {Mark.PRICE, Mark.PROPOSE}
_BESIDE_PRICE: Final = frozenset({Mark.FREIGHT, Mark.SIDE_COST})
_OVER_MINIMUM: Final = SKIPPED | {Mark.AT_LEAST, Mark.COMMA, Mark.PROPOSE, Mark.TO}
_OVER_KIND: Final = frozenset({Mark.WORD, Mark.MEASURE})
_CLOSING: Final = frozenset({Mark.COMMA, Mark.STOP, Mark.QUESTION})
_PAID: Final = frozenset("付结")
_MOST_KINDS: Final = 20
_KIND_WORDS: Final = frozenset({"颜色", "顏色", "花色", "款式", "尺码", "尺碼"})
_NOT_LEAD: Final = frozenset({Mark.NOT_LEAD, Mark.LATE, Mark.FREE})
_TERMS: Final = frozenset(
    {Mark.SHIPPING, Mark.PAYMENT, Mark.DEPOSIT, Mark.TRADE_TERM, Mark.FREIGHT_BY, Mark.COMMA, Mark.STOP}
)
_KINDS: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.MEASURE})
_STRANGE_TO_LEAD_TIME: Final = frozenset({Mark.WORD, Mark.MODEL, Mark.NOT_LEAD, Mark.MEASURE, Mark.LISTED})


def meaning(line: Line, amount: Amount) -> Meaning:
    """What the amount says; BARE figures are left to the price reader."""
    return _READERS[amount.role](line, amount)


def _money(line: Line, amount: Amount) -> Meaning:
    if is_fee(line, amount):
        return Meaning.FEE
    if _is_discount(line, amount):
        return Meaning.DISCOUNT
    if not _BESIDE_PRICE.isdisjoint((line.before(amount, _OVER_PRICE), line.after(amount))):
        return Meaning.ASIDE
    if line.before(amount) in (Mark.RISE, Mark.PLUS):
        return Meaning.ASIDE
    if line.before(amount) is Mark.LATE:
        return Meaning.ASIDE
    if Mark.DEPOSIT in (line.before(amount), line.mark(amount.last)):
        return Meaning.ASIDE
    if _is_product(line, amount) or Mark.TOTAL in (line.before(amount, _OVER_PRICE), line.after(amount)):
        return Meaning.TOTAL
    return Meaning.PRICE


def _is_product(line: Line, amount: Amount) -> bool:
    """The 6250 of 500 x 12.5 = 6250."""
    place = amount.first - 1
    is_equal = place > 0 and line.tokens[place].value == EQUALS
    return is_equal and Mark.TIMES in line.clause(place).marks


def _is_discount(line: Line, amount: Amount) -> bool:
    """$50 off, 便宜5块; but 降到12块 names the price itself."""
    return Mark.OFF in (line.after(amount), line.before(amount))


def _count(line: Line, amount: Amount) -> Meaning:
    if _is_minimum(line, amount) or line.after(amount) in (Mark.FROM, Mark.MINIMUM):
        return Meaning.MINIMUM
    is_given_back = line.before(amount) in (Mark.OFF, Mark.NOT_LEAD)
    is_past = Mark.PAST in line.clause(amount.first).marks or _is_part_of(line, amount)
    if is_given_back or is_past or _is_rate(line, amount) or _counts_kinds(line, amount):
        return Meaning.ASIDE
    is_floor = line.mark(amount.last) is Mark.AT_LEAST and line.before(amount) is not Mark.BUY
    return Meaning.MINIMUM if is_floor else Meaning.QUANTITY


def _is_minimum(line: Line, amount: Amount) -> bool:
    """MOQ 500, minimum 500, 起批100套; but the 起 of 500个起12元 belongs to the 500."""
    if line.before(amount, _OVER_MINIMUM) is Mark.MINIMUM:
        return True
    place = amount.first - 1
    while line.mark(place) in SKIPPED:
        place -= 1
    return line.mark(place) is Mark.FROM and not (place and line.in_amount[place - 1])


def _is_rate(line: Line, amount: Amount) -> bool:
    """500 pcs per colour, 24 pcs/ctn, 2 colours, 500 pcs each; 每种颜色500个, 各500个, 一箱50个."""
    behind, before = line.mark(amount.last), line.before(amount, _OVER_KIND)
    is_per_other = behind is Mark.PER and not _is_own_unit(line, amount)
    is_per_other = is_per_other or (behind is Mark.SLASH and _is_of_other_unit(line, amount))
    is_each = behind is Mark.EACH and line.mark(amount.last + 1) in _CLOSING
    return is_per_other or is_each or before is Mark.PER or amount.first in line.after_one


def _is_part_of(line: Line, amount: Amount) -> bool:
    """3 of 500 pcs were broken; 样品寄5个."""
    is_whole = line.mark(amount.first - 1) is Mark.OF and line.mark(amount.first - 2) is Mark.NUMBER
    return is_whole or line.before(amount, _OVER_KIND) is Mark.SIDE_COST


def _counts_kinds(line: Line, amount: Amount) -> bool:
    """两个颜色: how many kinds, and not how many pieces."""
    if amount.figure.value >= _MOST_KINDS or line.mark(amount.last) is not Mark.MEASURE:
        return False
    return line.words_of(range(amount.last, amount.last + 1)) in _KIND_WORDS


def _is_own_unit(line: Line, amount: Amount) -> bool:
    """500 pcs a piece is no rate; 24 pcs per carton is one."""
    place = amount.last + 1
    return line.mark(place) is Mark.UNIT and line.tokens[place].value in (amount.unit, None)


def _is_of_other_unit(line: Line, amount: Amount) -> bool:
    """24 pcs/ctn, but not 500 pcs / 1000 pcs."""
    place = amount.last + 1
    return line.mark(place) is Mark.UNIT and line.tokens[place].value not in (amount.unit, None)


def _bare(line: Line, amount: Amount) -> Meaning:
    if line.before(amount, _OVER_PRICE) in _BESIDE_PRICE:
        return Meaning.ASIDE
    if line.before(amount, OVER_FEE) is Mark.FEE:
        return Meaning.FEE
    if _is_minimum(line, amount) or line.mark(amount.last) is Mark.FROM:
        return Meaning.MINIMUM
    if _is_product(line, amount) or Mark.TOTAL in (line.before(amount, _OVER_PRICE), line.mark(amount.last)):
        return Meaning.TOTAL
    return Meaning.DISCOUNT if _is_discount(line, amount) else Meaning.BARE


def _days(line: Line, amount: Amount) -> Meaning:
    marks = line.clause(amount.first).marks
    if Mark.VALID in marks:
        return Meaning.VALIDITY
    if (
        _is_paid_then(line, amount)
        or line.mark(amount.last) in _NOT_LEAD
        or (_NOT_LEAD & marks and Mark.LEAD not in marks)
    ):
        return Meaning.ASIDE
    strangers = marks & _STRANGE_TO_LEAD_TIME
    if line.stands_apart(amount):
        strangers -= _KINDS
    is_lead = Mark.LEAD in marks or not strangers or _is_among_terms(line, amount)
    return Meaning.LEAD_TIME if is_lead else Meaning.ASIDE


def _is_paid_then(line: Line, amount: Amount) -> bool:
    """收货后30天付款: when money comes, and not the goods."""
    end = line.tokens[amount.last - 1].end
    return line.text[end : end + 1] in _PAID


def _is_among_terms(line: Line, amount: Amount) -> bool:
    """The 15天 of 12.5元15天海运, written without a gap between two other terms."""
    before = amount.first > 0 and line.in_amount[amount.first - 1]
    behind = amount.last < len(line.tokens) and line.in_amount[amount.last]
    return before and (behind or line.mark(amount.last) in _TERMS)


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
    Role.PERCENT: share,
    Role.TENTHS: share,
    Role.FOLD: _discount,
    Role.ASIDE: _aside,
}
