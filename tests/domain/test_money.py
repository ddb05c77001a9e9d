"""Money stays exact, in every currency and at every bound."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import (
    EXPONENTS,
    MAX_TOTAL_MINOR,
    MAX_UNIT_PRICE_MAJOR,
    Money,
    PriceOutOfBounds,
    TotalOutOfBounds,
    UnitPrice,
    UnknownCurrency,
)
from domain.quantity import MAX_COUNT, Quantity, QuantityOutOfBounds
from tests.builders import price

currencies = st.sampled_from(sorted(EXPONENTS))


@pytest.mark.parametrize(
    ("currency", "minor", "amount"),
    [("USD", 1250, "12.50"), ("JPY", 1250, "1250"), ("KWD", 1250, "1.250"), ("CNY", -5, "-0.05")],
)
def test_an_amount_has_as_many_decimals_as_its_currency(currency: str, minor: int, amount: str) -> None:
    assert Money(minor, currency).amount == Decimal(amount)


def test_a_price_of_a_fraction_of_a_cent_is_exact() -> None:
    screws = price("0.0235", "USD")

    assert screws.amount == Decimal("0.0235")
    assert screws.times(10_000) == Money(23_500, "USD")


@pytest.mark.parametrize(
    ("amount", "currency", "count", "minor"),
    [
        ("0.0050", "USD", 1, 1),
        ("0.0049", "USD", 1, 0),
        ("0.0150", "USD", 1, 2),
        ("0.5", "JPY", 3, 2),
        ("0.0005", "KWD", 1, 1),
    ],
)
def test_half_a_cent_is_rounded_up(amount: str, currency: str, count: int, minor: int) -> None:
    assert price(amount, currency).times(count).minor == minor


@given(st.integers(1, 10**9), st.integers(1, MAX_COUNT), currencies)
def test_a_total_is_never_half_a_cent_off(points: int, count: int, currency: str) -> None:
    exact = Fraction(points * count, 100)

    total = UnitPrice(points, currency).times(count)

    assert -Fraction(1, 2) < total.minor - exact <= Fraction(1, 2)


@given(currencies, st.integers(1, 10**13))
def test_a_price_written_out_and_read_again_is_the_same(currency: str, points: int) -> None:
    bounded = min(points, MAX_UNIT_PRICE_MAJOR * 10 ** EXPONENTS[currency] * 100)
    asked = UnitPrice(bounded, currency)

    assert UnitPrice.of(asked.amount, currency) == asked


@pytest.mark.parametrize(
    "amount",
    [
        *("0", "-1", "NaN", "Infinity", "-Infinity", "1e9"),
        *("1e999999", "1e-999999", "0.00001", "10000000.01", "12.500000000000000000000000001"),
    ],
)
def test_a_price_that_no_trader_means_is_refused(amount: str) -> None:
    with pytest.raises(PriceOutOfBounds):
        price(amount, "USD")


def test_the_highest_price_is_still_a_price() -> None:
    assert price("10000000", "KWD").amount == MAX_UNIT_PRICE_MAJOR


def test_a_total_too_large_to_be_exact_everywhere_is_refused() -> None:
    with pytest.raises(TotalOutOfBounds):
        price("10000000", "KWD").times(MAX_COUNT)


def test_money_of_unknown_currency_is_refused() -> None:
    with pytest.raises(UnknownCurrency) as refusal:
        Money(1, "XAU")

    assert refusal.value.facts == {"code": "XAU"}


@pytest.mark.parametrize("minor", [MAX_TOTAL_MINOR + 1, -MAX_TOTAL_MINOR - 1])
def test_money_beyond_the_bound_is_refused(minor: int) -> None:
    with pytest.raises(TotalOutOfBounds):
        Money(minor, "USD")


@pytest.mark.parametrize("count", [0, -1, MAX_COUNT + 1])
def test_nobody_buys_nothing_or_more_than_there_is(count: int) -> None:
    with pytest.raises(QuantityOutOfBounds):
        Quantity(count)


@pytest.mark.parametrize("count", [1, MAX_COUNT])
def test_one_piece_and_ten_million_are_quantities(count: int) -> None:
    assert Quantity(count).count == count
