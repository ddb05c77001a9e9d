"""What units of an order are worth, and that no claims come to more than the order."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Money, UnitPrice
from domain.quantity import Quantity, QuantityOutOfBounds
from domain.terms import Terms
from domain.worth import most, worth

PRICES = st.builds(UnitPrice, st.integers(1, 10_000_000), st.sampled_from(["CNY", "JPY", "KWD"]))
TERMS = st.builds(lambda count, price: Terms(Quantity(count), price), st.integers(1, 10_000), PRICES)


def test_units_are_worth_their_part_of_the_total_half_up() -> None:
    terms = Terms(Quantity(3), UnitPrice.of(Decimal("0.05"), "CNY"))

    assert [worth(terms, count).minor for count in (1, 2, 3)] == [5, 10, 15]
    assert worth(Terms(Quantity(2), UnitPrice(150, "CNY")), 1) == Money(2, "CNY")


@pytest.mark.parametrize("count", [0, -1, 4])
def test_only_units_that_were_ordered_are_worth_anything(count: int) -> None:
    with pytest.raises(QuantityOutOfBounds):
        worth(Terms(Quantity(3), UnitPrice(100, "CNY")), count)


@given(TERMS, st.lists(st.integers(1, 10_000), max_size=12))
def test_claims_on_any_lines_never_come_to_more_than_the_order(terms: Terms, counts: list[int]) -> None:
    total, quantity, returned, allowed = terms.total(), terms.quantity.count, 0, 0

    for wanted in counts:
        count = min(wanted, quantity - returned)
        if count:
            returned += count
            allowed += most(terms, count, Money(allowed, total.currency)).minor
            assert allowed <= total.minor

    assert returned < quantity or total.minor - allowed <= len(counts)


@given(TERMS, st.data())
def test_more_units_are_never_worth_less_and_all_of_them_the_total(terms: Terms, data: st.DataObject) -> None:
    quantity = terms.quantity.count
    fewer = data.draw(st.integers(1, quantity))
    more = data.draw(st.integers(fewer, quantity))

    assert worth(terms, fewer).minor <= worth(terms, more).minor
    assert worth(terms, quantity) == terms.total()
