"""Rates: what one way to ship costs from an origin to a destination, and what it comes to for a load."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from domain.freight.chargeable import chargeable_cubic_cm, chargeable_grams
from domain.freight.load import CUBIC_CM_PER_CBM, GRAMS_PER_KG, Load
from domain.freight.zones import ANYWHERE, CHINA, zones_of
from domain.money import POINTS_PER_MINOR, Money, UnitPrice
from domain.terms import Shipping

EXAMPLE: Final = "example"
"""The source of rates that show how the table works and are no carrier's."""


class Basis(StrEnum):
    """What a rate is paid for; the values are stored."""

    KILOGRAM = "kg"
    CUBIC_METRE = "cbm"


USUAL_BASIS: Final = {
    Shipping.SEA: Basis.CUBIC_METRE,
    Shipping.RAIL: Basis.CUBIC_METRE,
    Shipping.AIR: Basis.KILOGRAM,
    Shipping.EXPRESS: Basis.KILOGRAM,
}


@dataclass(frozen=True, slots=True)
class Route:
    """How, from where to where: `origin` is a place of China or CHINA, `destination` a country or zone."""

    method: Shipping
    origin: str
    destination: str


@dataclass(frozen=True, slots=True)
class FreightRate:
    """`price` for one kg or CBM; `minimum` and `fixed` charges are of its currency, in minor units.

    `days` are the least and the most of door-to-door transit; `source` says whose rate it is.
    """

    route: Route
    basis: Basis
    price: UnitPrice
    minimum: int
    fixed: int
    days: tuple[int, int]
    valid_until: date
    source: str

    @property
    def is_example(self) -> bool:
        """Whether this is nobody's rate, only an example."""
        return self.source == EXAMPLE

    def charged(self, load: Load) -> Decimal:
        """How many kg or CBM are charged. Raises LoadUnknown."""
        if self.basis is Basis.KILOGRAM:
            return Decimal(chargeable_grams(load, self.route.method)) / GRAMS_PER_KG
        return Decimal(chargeable_cubic_cm(load, self.route.method)) / CUBIC_CM_PER_CBM

    def cost(self, load: Load) -> Money:
        """max(minimum, rate × chargeable) + fixed, in the rate's currency, rounded half up to the minor unit.

        The usual form of a forwarder's tariff. Raises LoadUnknown and TotalOutOfBounds.
        """
        exact = self.price.points * self.charged(load) / POINTS_PER_MINOR
        by_load = int(exact.to_integral_value(ROUND_HALF_UP))
        return Money(max(self.minimum, by_load) + self.fixed, self.price.currency)


def best_rates(
    rates: Iterable[FreightRate], origins: tuple[str, ...], country: str
) -> dict[Shipping, FreightRate]:
    """For each way to ship the nearest rate: the closest destination first, then the closest origin.

    Of several for the same route the last of `rates` counts, which is the newest.
    """
    places = (*origins, CHINA)
    targets = (country, *zones_of(country), ANYWHERE)
    fitting = [each for each in rates if each.route.origin in places and each.route.destination in targets]
    fitting.sort(key=lambda each: (-targets.index(each.route.destination), -places.index(each.route.origin)))
    return {each.route.method: each for each in fitting}
