"""What people type when they are asked how much was paid."""

import pytest

from domain.money import Money
from language.paid_amount import read_paid


@pytest.mark.parametrize(
    ("text", "currency", "minor", "said"),
    [
        ("990", "CNY", 99_000, "CNY"),
        ("CNY 990.50", "CNY", 99_050, "CNY"),
        ("2,310 元", "CNY", 231_000, "CNY"),
        ("$400", "CNY", 40_000, "USD"),
        ("1500", "JPY", 1500, "JPY"),
    ],
)
def test_an_amount_is_read_in_the_orders_currency_unless_it_names_another(
    text: str, currency: str, minor: int, said: str
) -> None:
    assert read_paid(text, currency) == Money(minor, said)


@pytest.mark.parametrize("text", ["", "all of it", "-5", "0", "9.999", "5-20", "1.5 JPY", "9" * 30])
def test_what_is_no_amount_is_asked_for_again(text: str) -> None:
    assert read_paid(text, "CNY") is None
