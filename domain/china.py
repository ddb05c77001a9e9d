"""China's days and hours: when a factory is open, and when the country is on holiday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

CHINA: Final = timezone(timedelta(hours=8))
"""One time in the whole country, without summer time."""
OPENS: Final = time(8, 30)
CLOSES: Final = time(18)
"""A supplier's usual hours, Monday to Saturday."""
LONG: Final = timedelta(days=4)
"""From so many days on a holiday stops production and not only the office."""
_SUNDAY: Final = 6
_DAY: Final = timedelta(days=1)
_MOST_DAYS: Final = 400
_FILE: Final = Path(__file__).with_name("holidays.tsv")
_WORKDAY: Final = "workday"


class Festival(StrEnum):
    """What a holiday is named after; the values stand in the table of holidays."""

    NEW_YEAR = "new_year"
    SPRING_FESTIVAL = "spring_festival"
    TOMB_SWEEPING = "tomb_sweeping"
    LABOUR_DAY = "labour_day"
    DRAGON_BOAT = "dragon_boat"
    MID_AUTUMN = "mid_autumn"
    NATIONAL_DAY = "national_day"


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row, from the first to the last."""

    festival: Festival
    first: date
    last: date

    @property
    def is_long(self) -> bool:
        """Whether factories stand still."""
        return self.last - self.first + _DAY >= LONG


def china_day(moment: datetime) -> date:
    """The date in China."""
    return moment.astimezone(CHINA).date()


def holiday_on(day: date) -> Holiday | None:
    """The holiday that the day belongs to."""
    return next((each for each in _calendar()[0] if each.first <= day <= each.last), None)


def holidays_between(first: date, last: date) -> Sequence[Holiday]:
    """The holidays of which at least one day lies between these days, both included."""
    return [each for each in _calendar()[0] if each.first <= last and first <= each.last]


def is_workday(day: date) -> bool:
    """Whether a supplier works: also on a Sunday moved for a holiday. Beyond the table Sundays are off."""
    if day in _calendar()[1]:
        return True
    return day.weekday() != _SUNDAY and holiday_on(day) is None


def is_open(moment: datetime) -> bool:
    """Whether a supplier is at work."""
    local = moment.astimezone(CHINA)
    return is_workday(local.date()) and OPENS <= local.time() < CLOSES


def next_opening(moment: datetime) -> datetime:
    """When a supplier that is closed opens, in China's time."""
    local = moment.astimezone(CHINA)
    first = local.date() if local.time() < OPENS else local.date() + _DAY
    days = (first + _DAY * ahead for ahead in range(_MOST_DAYS))
    return datetime.combine(next(day for day in days if is_workday(day)), OPENS, CHINA)


def working_time(since: datetime, until: datetime) -> timedelta:
    """How much of the time between lies in working hours; of more than 400 days the first are counted."""
    first, last = china_day(since), china_day(until)
    days = islice((first + _DAY * ahead for ahead in range((last - first).days + 1)), _MOST_DAYS)
    return sum((_worked(day, since, until) for day in days if is_workday(day)), timedelta())


def _worked(day: date, since: datetime, until: datetime) -> timedelta:
    opening, closing = datetime.combine(day, OPENS, CHINA), datetime.combine(day, CLOSES, CHINA)
    return max(min(closing, until) - max(opening, since), timedelta())


@cache
def _calendar() -> tuple[Sequence[Holiday], frozenset[date]]:
    """The holidays, and the weekend days on which people work instead."""
    rows = [line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    spans = [(name, date.fromisoformat(first), date.fromisoformat(last)) for first, last, name in rows]
    holidays = [Holiday(Festival(name), first, last) for name, first, last in spans if name != _WORKDAY]
    return holidays, frozenset(first for name, first, _ in spans if name == _WORKDAY)
