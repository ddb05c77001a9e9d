"""How an order is split over the specs of its goods, read from one line of either language."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import Final

from domain.details import Line
from language.fold import fold
from language.split_lexicon import Choice, Sign, Specs, Token
from language.split_words import tokens


class Why(StrEnum):
    """What keeps a line from being a split."""

    UNKNOWN = "unknown"
    NO_COUNT = "no_count"
    NO_SPEC = "no_spec"
    TWO_VALUES = "two_values"


@dataclass(frozen=True, slots=True)
class SplitDoubt:
    """A line is no split: because of `why`, at this word, or for want of this spec."""

    why: Why
    word: str = ""


@dataclass(frozen=True, slots=True)
class _Group:
    """What belongs to one count: the values, and how the count was said."""

    choices: tuple[Choice, ...]
    count: Token

    @property
    def is_each(self) -> bool:
        return self.count.is_each


_LONGEST: Final = 1000
_APART: Final = str.maketrans({"，": ", ", "、": ", ", "；": "; "})
"""Chinese commas stand between things, never within a number; folding would make them such as do."""


def read_split(text: str, specs: Specs, quantity: int) -> tuple[Line, ...] | SplitDoubt:
    """The lines that `text` says of `quantity` units; whether they add up is the caller's to check.

    Each value may be written in either language, and in part where no other value begins so. A group without
    a value of some spec has that of the group before it: "red S 200, M 300".
    """
    read = tokens(fold(text[:_LONGEST].translate(_APART)).strip(), specs)
    unknown = next((token for token in read if token.sign is Sign.UNKNOWN), None)
    if unknown:
        return SplitDoubt(Why.UNKNOWN, unknown.text)
    if any(token.sign is Sign.EVENLY for token in read):
        return evenly(_chosen(read, specs), quantity)
    groups = _groups(read)
    return groups if isinstance(groups, SplitDoubt) else _lines(groups, specs, quantity)


def evenly(specs: Specs, quantity: int) -> tuple[Line, ...]:
    """The units over every combination of the values; the first ones take what does not divide."""
    every = list(product(*([(name, value) for value in values] for name, values in specs)))
    share, left = divmod(quantity, len(every))
    counts = [share + (place < left) for place in range(len(every))]
    return tuple(Line(each, count) for each, count in zip(every, counts, strict=True) if count)


def together(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same with what was said twice of the same specs as one."""
    counts: dict[tuple[tuple[str, str], ...], int] = {}
    for line in lines:
        counts[line.specs] = counts.get(line.specs, 0) + line.count
    return tuple(Line(specs, count) for specs, count in counts.items())


def _chosen(read: Sequence[Token], specs: Specs) -> Specs:
    """The specs with only the values that are named, where any are: "red and blue, half each"."""
    named = {(token.choice.name, token.choice.value) for token in read if token.choice}
    kept = [(name, tuple(value for value in values if (name, value) in named)) for name, values in specs]
    return tuple((name, some or values) for (name, some), (_, values) in zip(kept, specs, strict=True))


def _groups(read: Sequence[Token]) -> list[_Group] | SplitDoubt:
    said = [token for token in read if token.sign in (Sign.COUNT, Sign.CHOICE, Sign.BREAK)]
    meant = [token for token in said if token.sign is not Sign.BREAK]
    if not meant:
        return SplitDoubt(Why.NO_COUNT)
    plain = [_plain_group(part) for part in _parts(said)]
    sure = [group for group in plain if group]
    if len(sure) == len(plain):
        return sure
    if meant[0].sign is Sign.COUNT and not meant[0].choice:
        return _count_first(meant)
    return _count_last(said)


def _parts(said: Sequence[Token]) -> list[list[Token]]:
    """What stands between the breaks."""
    parts: list[list[Token]] = [[]]
    for token in said:
        if token.sign is Sign.BREAK:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


def _plain_group(part: Sequence[Token]) -> _Group | None:
    """A part with one count and otherwise values, whichever comes first."""
    counts = [token for token in part if token.sign is Sign.COUNT]
    choices = tuple(token.choice for token in part if token.sign is Sign.CHOICE and token.choice)
    return _Group(choices, counts[0]) if len(counts) == 1 and choices else None


def _count_first(meant: Sequence[Token]) -> list[_Group] | SplitDoubt:
    """200 red, 300 blue."""
    groups: list[_Group] = []
    for token in meant:
        if token.sign is Sign.COUNT and not (token.choice and groups and not groups[-1].choices):
            groups.append(_Group((), token))
        elif token.choice:
            last = groups.pop()
            groups.append(_Group((*last.choices, token.choice), last.count))
    return groups


def _count_last(said: Sequence[Token]) -> list[_Group] | SplitDoubt:
    """红色S 200 M 300; a number that is also a value is the value where a count still follows."""
    groups: list[_Group] = []
    choices: tuple[Choice, ...] = ()
    rest: Token | None = None
    for place, token in enumerate(said):
        if token.sign is Sign.BREAK:
            continue
        if token.choice and (token.sign is Sign.CHOICE or _is_value(said, place, choices)):
            choices = (*choices, token.choice)
        elif choices:
            groups.append(_Group(choices, token))
            choices = ()
        elif token.is_rest:
            rest = token
        else:
            return SplitDoubt(Why.NO_SPEC)
    if choices and rest is None:
        return SplitDoubt(Why.NO_COUNT, choices[-1].value)
    return [*groups, _Group(choices, rest)] if choices and rest else groups


def _is_value(said: Sequence[Token], place: int, choices: Sequence[Choice]) -> bool:
    """Whether the 38 of "38 100, 39 200" is the size: it has none yet, and a count comes before the break."""
    token = said[place]
    if token.choice is None or token.choice.name in {choice.name for choice in choices}:
        return False
    after = said[place + 1] if place + 1 < len(said) else None
    return after is not None and after.sign is not Sign.BREAK


def _lines(groups: Sequence[_Group], specs: Specs, quantity: int) -> tuple[Line, ...] | SplitDoubt:
    found: list[tuple[tuple[tuple[str, str], ...], int | None]] = []
    carried: dict[str, tuple[str, ...]] = {}
    for group in groups:
        chosen = _by_spec(group, carried)
        missing = next((name for name, _ in specs if name not in chosen), None)
        if missing:
            return SplitDoubt(Why.NO_SPEC, missing)
        several = next((name for name, values in chosen.items() if len(values) > 1), None)
        if several and not group.is_each:
            return SplitDoubt(Why.TWO_VALUES, chosen[several][1])
        carried = {name: values for name, values in chosen.items() if len(values) == 1}
        every = product(*([(name, value) for value in chosen[name]] for name, _ in specs))
        count = quantity if group.count.is_all else group.count.count
        found += [(each, count) for each in every]
    return together(_with_rest(found, quantity))


def _by_spec(group: _Group, carried: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The values of a group by spec; what it leaves open is as in the group before."""
    own: dict[str, tuple[str, ...]] = {}
    for choice in group.choices:
        if choice.value not in own.get(choice.name, ()):
            own[choice.name] = (*own.get(choice.name, ()), choice.value)
    return carried | own


def _with_rest(found: Sequence[tuple[tuple[tuple[str, str], ...], int | None]], quantity: int) -> list[Line]:
    """Each with its count; the rest is what the others leave, shared if it was said twice."""
    left = max(quantity - sum(count for _, count in found if count is not None), 0)
    open_ones = sum(count is None for _, count in found)
    shares = iter([left // open_ones + (place < left % open_ones) for place in range(open_ones)])
    lines = [Line(specs, next(shares) if count is None else count) for specs, count in found]
    return [line for line in lines if line.count]
