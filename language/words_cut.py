"""Cutting a run of Chinese into words of the trade dictionary and remainders it does not know."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Final

_WORD_COST: Final = 2
_UNKNOWN_COST: Final = 5


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of the run and whether the dictionary knows it."""

    text: str
    is_known: bool


@dataclass(frozen=True, slots=True)
class _Best:
    cost: int
    length: int


def cut(run: str, words: Container[str], longest: int) -> list[Cut]:
    """The cut with the fewest unknown characters, then the fewest words; unknown neighbours stay together."""
    best = _best_from(run, words, longest)
    found: list[Cut] = []
    start = 0
    while start < len(run):
        text = run[start : start + best[start].length]
        start += len(text)
        _append(found, Cut(text, text in words))
    return found


def _best_from(run: str, words: Container[str], longest: int) -> list[_Best]:
    best = [_Best(0, 0)] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        choices = [_Best(_UNKNOWN_COST + best[start + 1].cost, 1)]
        for length in range(1, min(longest, len(run) - start) + 1):
            if run[start : start + length] in words:
                choices.append(_Best(_WORD_COST + best[start + length].cost, length))
        best[start] = min(choices, key=lambda choice: (choice.cost, -choice.length))
    return best


def _append(found: list[Cut], piece: Cut) -> None:
    if found and not piece.is_known and not found[-1].is_known:
        found[-1] = Cut(found[-1].text + piece.text, is_known=False)
    else:
        found.append(piece)
