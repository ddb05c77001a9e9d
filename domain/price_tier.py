"""A step of a price ladder: a unit price from a count on."""

from dataclasses import dataclass

from domain.money import UnitPrice


@dataclass(frozen=True, slots=True)
class PriceTier:
    """From `at_least` units on, one unit costs `unit_price`."""

    at_least: int
    unit_price: UnitPrice
