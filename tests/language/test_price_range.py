"""Ranges of prices as buyers type them into a filter."""

from decimal import Decimal

import pytest

from language.doubt import NotANumber, TwoReadings
from language.price_range import PriceRange, read_price_range


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("5-20", "5", "20"),
        ("20 - 5", "5", "20"),
        ("5～20", "5", "20"),
        ("from 5 to 20", "5", "20"),
        ("五到十", "5", "10"),
        ("max 20", None, "20"),
        ("under 3.5", None, "3.5"),
        ("最高20", None, "20"),
        ("20以内", None, "20"),
        ("20", None, "20"),
        ("0-5", None, "5"),
        ("at least 10", "10", None),
        ("10以上", "10", None),
        ("≥5", "5", None),
    ],
)
def test_a_range_may_be_open_at_either_end(typed: str, low: str | None, high: str | None) -> None:
    read = read_price_range(typed)

    assert read == PriceRange(Decimal(low) if low else None, Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("typed", "currency"), [("$2 to $3.50", "USD"), ("10元以上", "CNY"), ("€5-6", "EUR")]
)
def test_a_currency_that_was_written_counts(typed: str, currency: str) -> None:
    read = read_price_range(typed)

    assert isinstance(read, PriceRange)
    assert read.currency == currency


@pytest.mark.parametrize("typed", ["cheap", "NaN", "1e9", "5-", "3-4-5", "9" * 100, "-"])
def test_what_is_no_range_is_asked_about(typed: str) -> None:
    assert isinstance(read_price_range(typed), NotANumber)


def test_two_readings_are_asked_about() -> None:
    assert isinstance(read_price_range("max 1.000"), TwoReadings)
