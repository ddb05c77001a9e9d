"""Dates as people type them."""

from datetime import date

import pytest

from language.day import read_days

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-12-24", [(2026, 12, 24)]),
        ("2026年12月24日", [(2026, 12, 24)]),
        ("１２月２４号", [(2026, 12, 24)]),
        ("24 Dec", [(2026, 12, 24)]),
        ("december 24th, 2027", [(2027, 12, 24)]),
        ("3 January", [(2027, 1, 3)]),
        ("20 Nov", [(2026, 11, 20)]),
        ("25/12", [(2026, 12, 25)]),
        ("3/4", [(2027, 4, 3), (2027, 3, 4)]),
        ("5.5.2027", [(2027, 5, 5)]),
        ("31 Feb", []),
        ("24 Foo", []),
        ("soon", []),
        ("9" * 5000, []),
    ],
)
def test_a_date_is_read_as_every_day_that_it_can_mean(text: str, days: list[tuple[int, int, int]]) -> None:
    assert read_days(text, TODAY) == tuple(date(*each) for each in days)
