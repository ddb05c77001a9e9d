"""How firmly a price is put forward in its sentence: proposed, quoted back, or turned down."""

from collections.abc import Iterator
from typing import Final

from language.amount import Amount
from language.line import Line
from language.mark import Mark

_LEFT: Final = {
    Mark.PROPOSE: 2,
    Mark.AT: 2,
    Mark.FOR: 1,
    Mark.LIMIT: 3,
    Mark.AS_FAR: 3,
    Mark.PARTY: 2,
    Mark.PRICE: 1,
    Mark.LISTED: -4,
    Mark.FREIGHT: -4,
    Mark.SIDE_COST: -4,
    Mark.INCLUDED: -3,
    Mark.PAST: -9,
    Mark.MORE: -3,
    Mark.LESS: -3,
    Mark.LEAD: -2,
}
_RIGHT: Final = {
    Mark.SETTLE: 3,
    Mark.LIMIT: 4,
    Mark.PROPOSE: 2,
    Mark.QUESTION: 1,
    Mark.TOO: -9,
    Mark.LISTED: -4,
    Mark.FREIGHT: -4,
    Mark.OFF: -4,
    Mark.CANNOT: -1,
}
_BEYOND_COMMA: Final = frozenset({Mark.SETTLE, Mark.PROPOSE, Mark.QUESTION})
"""Marks that still speak of the price after a comma."""

_NEW_THOUGHT: Final = frozenset({Mark.BUT, Mark.SINCE})
_PUTTING_FORWARD: Final = frozenset(
    {Mark.PROPOSE, Mark.AT, Mark.FOR, Mark.LIMIT, Mark.PRICE, Mark.COMMA, Mark.PARTY}
)
"""Marks in front of a comma that still speak of the price behind it."""

_BOUNDS: Final = frozenset({Mark.LIMIT, Mark.LESS, Mark.MORE, Mark.TOO})
_REACH_LEFT: Final = 8
_REACH_RIGHT: Final = 4
_REFUSED: Final = -7


def stance(line: Line, amount: Amount) -> int:
    """Above nought: the writer puts the price forward; below: it is only spoken of."""
    left, right = list(_left(line, amount)), list(_right(line, amount))
    score = sum(_LEFT.get(mark, 0) for mark in set(left)) + sum(_RIGHT.get(mark, 0) for mark in set(right))
    if Mark.CANNOT not in left:
        return score
    between = set(left[: left.index(Mark.CANNOT)])
    if between & _BOUNDS:
        return 4
    return score + _REFUSED


def _left(line: Line, amount: Amount) -> Iterator[Mark]:
    """Marks in front, the nearest first, back to the sentence's start or another amount."""
    floor = max(line.sentence(amount.first).first, amount.first - _REACH_LEFT)
    same_clause = True
    for place in range(amount.first - 1, floor - 1, -1):
        if line.in_amount[place]:
            return
        same_clause = same_clause and line.mark(place) is not Mark.COMMA
        if same_clause or line.mark(place) in _PUTTING_FORWARD:
            yield line.mark(place)


def _right(line: Line, amount: Amount) -> Iterator[Mark]:
    """Marks behind, up to the sentence's end or another amount."""
    ceiling = min(line.sentence(amount.first).last, amount.last + _REACH_RIGHT)
    same_clause = True
    for place in range(amount.last, ceiling):
        if line.in_amount[place] or line.mark(place) in _NEW_THOUGHT:
            return
        same_clause = same_clause and line.mark(place) is not Mark.COMMA
        if same_clause or line.mark(place) in _BEYOND_COMMA:
            yield line.mark(place)
