"""What was not understood of a line, word for word."""

from itertools import groupby
from typing import Final

from language.line import Line, Span
from language.mark import Mark

_UNKNOWN: Final = frozenset(
    {Mark.WORD, Mark.MODEL, Mark.MEASURE, Mark.NUMBER, Mark.LISTED, Mark.PAST, Mark.VAGUE, Mark.NOT_LEAD}
    | {
        Mark.MONTH,
        Mark.FREIGHT,
        Mark.FREIGHT_BY,
        Mark.SIDE_COST,
        Mark.QUALITY,
        Mark.AQL,
        Mark.CUSTOM,
        Mark.DUE,
        Mark.PLACE,
    }
)
_UNDERSTOOD: Final = frozenset(
    {Mark.AT, Mark.LEAD, Mark.DEPOSIT, Mark.IN_FULL, Mark.MINIMUM, Mark.FROM, Mark.TOTAL, Mark.PRICE}
    | {Mark.BUY, Mark.EACH, Mark.SETTLE, Mark.BALANCE, Mark.FEE, Mark.LATE, Mark.CAP, Mark.VALID, Mark.ONCE}
)
_ENDS: Final = frozenset({Mark.STOP, Mark.COMMA, Mark.QUESTION})


def rest_of(line: Line, used: list[bool]) -> str:
    """The stretches of each clause that hold unknown words or unused figures, joined by commas.

    Of a table everything is left.
    """
    if line.is_table:
        return line.text.strip()
    return ", ".join(part for clause in line.clauses for part in _parts(line, clause, used))


def _parts(line: Line, clause: Span, used: list[bool]) -> list[str]:
    stretches = groupby(range(clause.first, clause.last), lambda place: _is_left(line, place, used))
    left = [list(places) for is_left, places in stretches if is_left]
    return [
        line.text[line.tokens[places[0]].start : line.tokens[_end(line, places[-1])].end]
        for places in left
        if any(line.mark(place) in _UNKNOWN for place in places)
    ]


def _end(line: Line, place: int) -> int:
    """包邮吗 is no note without its 吗."""
    while line.mark(place + 1) is Mark.QUESTION:
        place += 1
    return place


def _is_left(line: Line, place: int, used: list[bool]) -> bool:
    return not used[place] and line.mark(place) not in _UNDERSTOOD and line.mark(place) not in _ENDS
