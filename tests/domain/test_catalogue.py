"""Listings with price tiers."""

from typing import Any

import pytest

from domain.catalogue import InconsistentTiers, Product, Qualification, Supplier
from domain.money import UnitPrice
from domain.people import Language, Person, Side
from domain.price_tier import PriceTier
from domain.quantity import QuantityOutOfBounds, Unit
from tests.builders import BUYER, SELLER, STRANGER, SUPPLIER, price

FACTORY = Supplier(SUPPLIER, "Ningbo Cups", "", Qualification.VERIFIED_FACTORY, "", "", "")


def listing(*tiers: tuple[int, UnitPrice], moq: int = 50) -> Product:
    steps = tuple(PriceTier(least, unit_price) for least, unit_price in tiers)
    return Product(1, FACTORY, "S1", "Cup", "", "", Unit.PIECE, moq, steps)


@pytest.mark.parametrize(
    ("count", "amount"), [(1, "12"), (50, "12"), (499, "12"), (500, "11"), (501, "11"), (9999, "11")]
)
def test_the_price_is_that_of_the_tier_the_quantity_reaches(count: int, amount: str) -> None:
    cups = listing((50, price("12")), (500, price("11")))

    assert cups.price_for(count) == price(amount)


@pytest.mark.parametrize(
    "tiers",
    [
        (),
        ((500, price("11")), (50, price("12"))),
        ((50, price("12")), (50, price("11"))),
        ((50, price("12")), (500, price("11", "USD"))),
    ],
)
def test_tiers_that_contradict_each_other_are_refused(tiers: Any) -> None:
    with pytest.raises(InconsistentTiers):
        listing(*tiers)


def test_a_listing_needs_a_sensible_least_quantity() -> None:
    with pytest.raises(QuantityOutOfBounds):
        listing((1, price("12")), moq=0)


@pytest.mark.parametrize(
    ("person_id", "sells_for", "side"),
    [
        (BUYER, set(), Side.BUYER),
        (SELLER, {SUPPLIER}, Side.SELLER),
        (STRANGER, set(), None),
        (STRANGER, {SUPPLIER + 1}, None),
        (BUYER, {SUPPLIER}, Side.BUYER),
    ],
)
def test_everybody_stands_on_one_side_at_most(person_id: int, sells_for: set[int], side: Side | None) -> None:
    person = Person(person_id, Language.ENGLISH, frozenset(sells_for))

    assert person.side_in(BUYER, SUPPLIER) is side
