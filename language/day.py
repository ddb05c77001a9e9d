"""A date typed as an answer: every day that it can mean."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from language.fold import fold

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST: Final = 40
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?")
_CHINESE: Final = re.compile(r"(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?(?:\s+(\d{4}))?")
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?")
_FIGURES: Final = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{1,2})(?:\s?[/.]\s?(\d{4}))?")


def read_days(text: str, today: date) -> tuple[date, ...]:
    """The days that `text` can mean: none when it is no date, two for 3/4.

    Without a year it is the one nearest to `today`.
    """
    line = fold(text).strip().lower()
    if len(line) > _LONGEST:
        return ()
    found = (_nearest(year, month, day, today) for year, month, day in _parts(line))
    return tuple(dict.fromkeys(each for each in found if each))


def _parts(line: str) -> Iterator[tuple[int, int, int]]:
    """Year (0: not said), month and day."""
    if found := _YEAR_FIRST.fullmatch(line):
        yield int(found[1]), int(found[2]), int(found[3])
    elif found := _CHINESE.fullmatch(line):
        yield 0, int(found[1]), int(found[2])
    elif found := _DAY_FIRST.fullmatch(line):
        yield int(found[3] or 0), _month(found[2]), int(found[1])
    elif found := _MONTH_FIRST.fullmatch(line):
        yield int(found[3] or 0), _month(found[1]), int(found[2])
    elif found := _FIGURES.fullmatch(line):
        yield int(found[3] or 0), int(found[2]), int(found[1])
        yield int(found[3] or 0), int(found[1]), int(found[2])


def _month(name: str) -> int:
    short = name[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _nearest(year: int, month: int, day: int, today: date) -> date | None:
    years = (year,) if year else (today.year, today.year + 1, today.year - 1)
    days = [found for each in years if (found := _day(each, month, day))]
    return min(days, key=lambda found: abs(found - today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
