"""A ladder of prices in a line: 500:12.5 1000:11, or 500 pcs at 12.5, 1000 pcs at 11."""

from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from domain.terms import MAX_TIERS
from language.amount import Amount, Role
from language.figure import Figure, Flaw
from language.line import Line
from language.mark import Mark, Token
from language.reading import Context

_OF_A_PAIR: Final = 3
"""Count, colon, price."""

_LEAST: Final = 2
"""One price for one count is no ladder."""

_MANY_TIMES: Final = 20
_ONE: Final = Figure(Decimal(1), "1")
"""Where 500个以下 begins."""

_JOINING: Final = frozenset(
    {Mark.COLON, Mark.AT, Mark.FOR, Mark.FROM, Mark.AT_LEAST, Mark.COMMA, Mark.STOP, Mark.PRICE, Mark.IS}
    | {
        Mark.LESS,
        Mark.AT_MOST,
        Mark.DASH,
        Mark.FILLER,
        Mark.OR,
        Mark.MORE,
        Mark.SLASH,
        Mark.BUY,
        Mark.PROPOSE,
        Mark.MINIMUM,
        Mark.IF,
    }
)
"""What may stand between the figures of a ladder."""


class Rung(NamedTuple):
    """From `least` units on one costs `price`; `amounts` are the words that say so."""

    least: Figure
    price: Amount
    amounts: tuple[Amount, ...]


def ladder(line: Line, context: Context) -> list[Rung]:
    """The rungs from the lowest count up; empty when the figures of the line make no ladder."""
    rungs = _rungs(line, context)
    if len(rungs) == 1 and _is_all(line, rungs[0]):
        return rungs
    if not _LEAST <= len(rungs) <= MAX_TIERS:
        return []
    rungs.sort(key=lambda rung: rung.least.value)
    are_pairs = all(len(rung.amounts) == 1 for rung in rungs)
    currencies = {rung.price.currency for rung in rungs if rung.price.currency}
    return rungs if (are_pairs or _falls(rungs)) and len(currencies) < _LEAST else []


def _falls(rungs: list[Rung]) -> bool:
    return all(
        low.least.value < high.least.value and low.price.figure.value > high.price.figure.value
        for low, high in pairwise(rungs)
    )


def _is_all(line: Line, rung: Rung) -> bool:
    """500:12.5 alone, but not half past ten."""
    is_pair = rung.amounts[0].last - rung.amounts[0].first == len(line.tokens) == _OF_A_PAIR
    return is_pair and rung.least.value >= _MANY_TIMES * rung.price.figure.value


def _rungs(line: Line, context: Context) -> list[Rung]:
    """Counts and prices in turn, whichever comes first; nothing else may stand among them."""
    found: list[Rung] = []
    figures = [amount for amount in line.amounts if _is_of_ladder(line, amount, context)]
    place = 0
    while place < len(figures):
        rungs = _pairs(line, figures[place]) or _rung(line, figures[place : place + 2])
        if not rungs or (found and not _follow(line, found[-1], rungs[0])):
            if found:
                break
            place += 1
            continue
        found += rungs
        place += len(rungs[0].amounts)
    return found


def _is_of_ladder(line: Line, amount: Amount, context: Context) -> bool:
    if amount.role is Role.COUNT:
        return context.unit_named(amount.unit) is context.unit
    return amount.role in (Role.MONEY, Role.BARE) or bool(_pairs(line, amount))


def _pairs(line: Line, amount: Amount) -> list[Rung]:
    """500:12.5, or 500:12.5/1000:11, written without a unit; empty when it is something else."""
    tokens = line.tokens[amount.first : amount.last]
    pairs = [
        _pair(amount, tokens[place : place + _OF_A_PAIR]) for place in range(0, len(tokens), _OF_A_PAIR + 1)
    ]
    are_parted = all(token.mark is Mark.SLASH for token in tokens[_OF_A_PAIR :: _OF_A_PAIR + 1])
    found = [pair for pair in pairs if pair]
    return found if are_parted and len(found) == len(pairs) else []


def _pair(amount: Amount, tokens: list[Token]) -> Rung | None:
    if [token.mark for token in tokens] != [Mark.NUMBER, Mark.COLON, Mark.NUMBER]:
        return None
    count, price = tokens[0].value, tokens[2].value
    if not isinstance(count, Figure) or not isinstance(price, Figure) or not _is_count(count) or price.flaw:
        return None
    return Rung(count, amount._replace(role=Role.BARE, figure=price), (amount,))


def _rung(line: Line, two: list[Amount]) -> list[Rung]:
    if len(two) < _LEAST or not _are_joined(line, two[0], two[1]):
        return []
    count, price = two if _counts(line, two[0]) or _counts_by_size(two) else reversed(two)
    is_counted = _counts(line, count) or _counts_by_size([count, price])
    is_rung = is_counted and _is_count(count.figure) and price.role is not Role.COUNT
    if not is_rung or price.figure.flaw is not None:
        return []
    is_below = line.mark(count.last) is Mark.LESS or line.before(count) in (Mark.AT_MOST, Mark.LESS)
    return [Rung(_ONE if is_below else count.figure, price, tuple(two))]


def _counts(line: Line, amount: Amount) -> bool:
    """500 pcs, 500+, 500: but no bare 500."""
    return amount.role is Role.COUNT or (
        amount.role is Role.BARE and line.mark(amount.last) in (Mark.FROM, Mark.COLON, Mark.AT_LEAST)
    )


def _counts_by_size(two: list[Amount]) -> bool:
    """1k 8.5: a bare figure many times the one behind it."""
    count, price = two
    return count.role is Role.BARE and count.figure.value >= _MANY_TIMES * price.figure.value > 0


def _is_count(figure: Figure) -> bool:
    """A whole number; 500-999 begins at its least."""
    is_whole = figure.value == figure.value.to_integral_value() and figure.value >= 1
    return is_whole and figure.flaw in (None, Flaw.RANGE)


def _follow(line: Line, one: Rung, other: Rung) -> bool:
    return _are_joined(line, one.amounts[-1], other.amounts[0])


def _are_joined(line: Line, one: Amount, other: Amount) -> bool:
    return all(line.mark(place) in _JOINING for place in range(one.last, other.first))
