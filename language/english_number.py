"""English number words: five hundred, twenty five, two thousand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from language.figure import Figure, Flaw, no_number

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS: Final = ("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: value for value, word in enumerate(_ONES + _TEENS, 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_LARGE: Final = {"hundred": 100, "thousand": 1000}
_FIXED: Final = {"half": (("half", "a", "dozen"), 6), "a": (("a", "gross"), 144)}
"""Phrases that are one number, by their first word."""

_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def number_words(words: Sequence[str], place: int) -> tuple[Figure, int] | None:
    """The figure spelt from `place` on and how many words it takes; None where none begins.

    Two numbers in a row, as in "twelve fifty", have two readings: 12.50 and 1250.
    """
    fixed = _FIXED.get(words[place])
    if fixed and tuple(words[place : place + len(fixed[0])]) == fixed[0]:
        return Figure(Decimal(fixed[1]), " ".join(fixed[0])), len(fixed[0])
    taken = place
    while taken < len(words) and _is_part(words, taken, place):
        taken += 1
    if taken == place:
        return None
    spelt = [word for word in words[place:taken] if word != "and"]
    return _figure(_numbers(spelt), " ".join(words[place:taken])), taken - place


def _is_part(words: Sequence[str], place: int, start: int) -> bool:
    """A number word, or the "and" of five hundred and fifty."""
    if words[place] != "and":
        return words[place] in _SMALL or words[place] in _LARGE
    return (
        place > start and words[place - 1] in _LARGE and place + 1 < len(words) and words[place + 1] in _SMALL
    )


def _numbers(words: Sequence[str]) -> list[int]:
    """The numbers spelt: twenty five is one, twelve fifty are two."""
    found: list[list[str]] = []
    for word in words:
        if not found or (word in _SMALL and not _goes_on(found[-1][-1], _SMALL[word])):
            found.append([])
        found[-1].append(word)
    return [_sum(each) for each in found]


def _goes_on(before: str, value: int) -> bool:
    """After hundred or thousand any number goes on, after twenty only one to nine."""
    return before in _LARGE or (_SMALL[before] >= _TWENTY and value < _TEN)


def _figure(numbers: Sequence[int], text: str) -> Figure:
    if len(numbers) == 1:
        return Figure(Decimal(numbers[0]), text)
    if len(numbers) > 2 or not _TEN <= numbers[1] < _HUNDRED:
        return no_number(text)
    whole, rest = map(Decimal, numbers)
    return Figure(whole + rest / _HUNDRED, text, Flaw.TWO_READINGS, whole * _HUNDRED + rest)


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
