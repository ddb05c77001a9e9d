"""A claim said in one line: "20 pcs broken, refund 300", 20件破了,退300元."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.claim_facts import ClaimKind, ClaimReason
from domain.details import Line as SpecLine
from domain.quantity import Unit
from language.amount import Amount, Role
from language.claim_cues import (
    ALL_OF_THEM,
    ASKS_AFTER,
    ASKS_BEFORE,
    HALF,
    HALF_OF_THEM,
    WHOLE,
    kind_in,
    reason_in,
)
from language.claim_split import read_affected
from language.fold import fold
from language.line import Line
from language.mark import CurrencyMark
from language.sum_line import SumSaid

LONGEST: Final = 1000
_WHOLE, _HALF = 100, 50
_SIGNS: Final = {
    "USD": frozenset({"USD", "AUD", "CAD", "HKD", "TWD", "SGD"}),
    "CNY": frozenset({"CNY", "JPY"}),
}
"""Currencies that share a sign: it is that of the order then."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a claim can be about: so many units, perhaps split over specs, paid in a currency."""

    count: int
    unit: Unit
    currency: str
    lines: tuple[SpecLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimSaid:
    """What a line says of a claim; whatever it leaves open, or says in two readings, is empty.

    `share` is a percentage of what the affected units are worth, `amount` a sum in major units.
    """

    kind: ClaimKind | None = None
    reason: ClaimReason | None = None
    count: int = 0
    lines: tuple[SpecLine, ...] = ()
    share: int = 0
    amount: SumSaid | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """An amount of the line with the words up to the figures beside it."""

    amount: Amount
    start: int
    end: int
    before: str
    after: str

    @property
    def is_wished(self) -> bool:
        """Whether it is what the buyer wants to get."""
        return bool(ASKS_BEFORE.search(self.before) or ASKS_AFTER.match(self.after))

    @property
    def value(self) -> Decimal | None:
        """Its value, if it has one."""
        return None if self.amount.figure.flaw else self.amount.figure.value


def read_claim(text: str, ordered: Ordered) -> ClaimSaid:
    """The claim that a line makes on what was ordered."""
    folded = fold(text[:LONGEST])
    share = _WHOLE if WHOLE.search(folded) else _HALF if HALF.search(folded) else 0
    rest = _masked(HALF, _masked(WHOLE, folded))
    figures = _figures(_masked(HALF_OF_THEM, rest))
    wished = [figure for figure in figures if _is_sum(figure)]
    asked = [figure for figure in figures if figure.amount.role is Role.PERCENT and figure.is_wished]
    lines = read_affected(_without(rest, [*wished, *asked]), ordered.lines, ordered.count)
    count = sum(line.count for line in lines) or _count(figures, rest, ordered)
    amount = _sum(wished, ordered.currency)
    kind = kind_in(folded) or (ClaimKind.REFUND if amount or share or asked else None)
    return ClaimSaid(kind, reason_in(folded), count, lines, share or _percent(asked), amount)


def _figures(rest: str) -> list[_Figure]:
    line = Line(rest)
    edges = [(line.tokens[a.first].start, line.tokens[a.last - 1].end) for a in line.amounts]
    starts = [*(start for start, _ in edges[1:]), len(rest)]
    ends = [0, *(end for _, end in edges)]
    return [
        _Figure(amount, start, end, rest[before:start], rest[end:after])
        for amount, before, (start, end), after in zip(line.amounts, ends, edges, starts, strict=False)
    ]


def _is_sum(figure: _Figure) -> bool:
    is_money = figure.amount.role is Role.MONEY and not figure.amount.has_unit
    return is_money or (figure.amount.role is Role.BARE and figure.is_wished)


def _sum(wished: list[_Figure], currency: str) -> SumSaid | None:
    """The one sum that is wished; of several, none."""
    values = {(figure.value, figure.amount.currency) for figure in wished}
    value, mark = values.pop() if len(values) == 1 else (None, None)
    return SumSaid(value, _code(mark, currency)) if value else None


def _code(mark: CurrencyMark | None, currency: str) -> str | None:
    if mark is None or (mark.is_sign and currency in _SIGNS.get(mark.code, ())):
        return None
    return mark.code


def _percent(asked: list[_Figure]) -> int:
    value = asked[0].value if len(asked) == 1 else None
    is_whole = value is not None and value == value.to_integral_value() and 0 < value <= _WHOLE
    return int(value) if value is not None and is_whole else 0


def _count(figures: list[_Figure], rest: str, ordered: Ordered) -> int:
    """The units affected: counted, a percentage, half or all of them."""
    in_units = [figure for figure in figures if figure.amount.role is Role.COUNT]
    found = _counts(in_units, ordered) - {ordered.count} or _counts(figures, ordered)
    if len(found) > 1:
        found.discard(ordered.count)
    if found:
        return found.pop() if len(found) == 1 else 0
    if ALL_OF_THEM.search(rest):
        return ordered.count
    return ordered.count // 2 if HALF_OF_THEM.search(rest) else 0


def _counts(figures: list[_Figure], ordered: Ordered) -> set[int]:
    return {count for figure in figures if (count := _units(figure, ordered))}


def _units(figure: _Figure, ordered: Ordered) -> int:
    """How many units an amount counts; 0 when it counts something else."""
    amount, value = figure.amount, figure.value
    if value is None or (figure.is_wished and amount.role is not Role.COUNT):
        return 0
    if amount.role is Role.PERCENT:
        value = value * ordered.count // _WHOLE
    is_ours = amount.role is Role.COUNT and amount.unit in (None, ordered.unit)
    is_counted = is_ours or amount.role in (Role.BARE, Role.PERCENT)
    return int(value) if is_counted and value == value.to_integral_value() else 0


def _without(rest: str, figures: list[_Figure]) -> str:
    """The line without the sums and shares that are wished, every other word in its place."""
    for figure in figures:
        rest = rest[: figure.start] + " " * (figure.end - figure.start) + rest[figure.end :]
    return rest


def _masked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)
