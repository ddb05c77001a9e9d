"""English number words: five hundred, twenty five, two thousand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from language.figure import Figure

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS: Final = ("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: value for value, word in enumerate(_ONES + _TEENS, 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_LARGE: Final = {"hundred": 100, "thousand": 1000}


def number_words(words: Sequence[str], place: int) -> tuple[Figure, int] | None:
    """The figure spelt from `place` on and how many words it takes; None where none begins."""
    taken = place
    while taken < len(words) and (words[taken] in _SMALL or words[taken] in _LARGE):
        taken += 1
    if taken == place:
        return None
    return Figure(Decimal(_sum(words[place:taken])), " ".join(words[place:taken])), taken - place


def _sum(words: Sequence[str]) -> int:
    total, group = 0, 0
    for word in words:
        if word in _SMALL:
            group += _SMALL[word]
        elif word == "hundred":
            group = (group or 1) * 100
        else:
            total, group = total + (group or 1) * 1000, 0
    return total + group
