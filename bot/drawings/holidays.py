"""China's holidays as the library `holidays` knows them, drawn into a small table that the bot reads."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from holidays.countries.china import China

from domain.china import Festival

YEARS: Final = range(2025, 2041)
_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_NAMES: Final = {
    "Spring Festival": Festival.SPRING_FESTIVAL,
    "National Day": Festival.NATIONAL_DAY,
    "Labor Day": Festival.LABOUR_DAY,
    "New Year's Day": Festival.NEW_YEAR,
    "Tomb-Sweeping": Festival.TOMB_SWEEPING,
    "Dragon Boat": Festival.DRAGON_BOAT,
    "Mid-Autumn": Festival.MID_AUTUMN,
}
"""Of two in one span the greater comes first."""
_HEAD: Final = """\
# China's holidays, drawn by `make drawings` from the library "holidays": first day, last day, name.
# "workday" is a weekend day on which people work instead. Years not yet announced have the days of the law.
"""


def page() -> str:
    """The table, one row a span of days off or a moved workday."""
    known = China(years=YEARS, language="en_US")  # type: ignore[no-untyped-call]
    moved = sorted(day for day in known.weekend_workdays if day.year in YEARS)
    rows = [*_spans(known, frozenset(moved)), *(f"{day}\t{day}\tworkday" for day in moved)]
    return _HEAD + "\n".join(sorted(rows)) + "\n"


def _spans(known: China, moved: frozenset[date]) -> Iterator[str]:
    """Holidays in a row with the weekends beside them, as the State Council counts."""
    named = set(known)
    days = iter(sorted(named | {day for off in named for day in _weekend_beside(off, moved | named)}))
    first = last = next(days)
    for day in [*days, date.max]:
        if day != last + _DAY:
            yield f"{first}\t{last}\t{_name(known, first, last)}"
            first = day
        last = day


def _weekend_beside(day: date, taken: frozenset[date]) -> Iterator[date]:
    for step in (_DAY, -_DAY):
        beside = day + step
        while beside.weekday() >= _SATURDAY and beside not in taken:
            yield beside
            beside += step


def _name(known: China, first: date, last: date) -> Festival:
    said = " ".join(known.get(first + _DAY * ahead, "") for ahead in range((last - first).days + 1))
    return next(festival for name, festival in _NAMES.items() if name in said)
