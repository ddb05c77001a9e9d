"""When China works, and when it does not."""

from datetime import date, datetime, timedelta

import pytest

from domain.china import (
    CHINA,
    Festival,
    Holiday,
    holiday_on,
    holidays_between,
    is_open,
    is_workday,
    next_opening,
    working_time,
)

HOUR = timedelta(hours=1)


def at(text: str) -> datetime:
    """A moment by the clocks of China."""
    return datetime.fromisoformat(text).replace(tzinfo=CHINA)


def test_the_holidays_are_those_that_the_state_council_announced() -> None:
    assert holiday_on(date(2026, 2, 20)) == Holiday(
        Festival.SPRING_FESTIVAL, date(2026, 2, 15), date(2026, 2, 23)
    )
    assert holiday_on(date(2025, 10, 6)) == Holiday(
        Festival.NATIONAL_DAY, date(2025, 10, 1), date(2025, 10, 8)
    )
    assert [each.festival for each in holidays_between(date(2026, 9, 27), date(2026, 10, 1))] == [
        Festival.MID_AUTUMN,
        Festival.NATIONAL_DAY,
    ]
    assert holiday_on(date(2026, 10, 8)) is None


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-25", True),
        ("2026-11-28", True),
        ("2026-11-29", False),
        ("2026-10-03", False),
        ("2026-09-20", True),
        ("2055-02-01", True),
    ],
)
def test_suppliers_work_on_saturdays_and_on_sundays_moved_for_a_holiday(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-25T23:40", "2026-11-26T08:30"),
        ("2026-11-26T06:00", "2026-11-26T08:30"),
        ("2026-11-28T18:00", "2026-11-30T08:30"),
        ("2026-09-30T20:00", "2026-10-08T08:30"),
    ],
)
def test_who_is_closed_opens_on_the_next_working_day(now: str, opens: str) -> None:
    assert not is_open(at(now))
    assert next_opening(at(now)) == at(opens)
    assert is_open(at(opens))


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-11-25T10:00", "2026-11-25T12:00", 2),
        ("2026-11-25T17:00", "2026-11-26T09:30", 2),
        ("2026-11-25T20:00", "2026-11-26T06:00", 0),
        ("2026-11-28T17:00", "2026-11-30T08:30", 1),
        ("2026-09-30T17:00", "2026-10-08T09:30", 2),
        ("2026-11-26T10:00", "2026-11-25T10:00", 0),
    ],
)
def test_nights_sundays_and_holidays_are_no_working_time(since: str, until: str, hours: int) -> None:
    assert working_time(at(since), at(until)) == hours * HOUR
