"""Estimating freight: what each way to ship costs, how long it takes, and what that assumes.

`estimate` is the one entry: product page, negotiation and comparison all read the same numbers from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Final

from domain.catalogue import Product, Supplier
from domain.freight.chargeable import LoadUnknown
from domain.freight.figure import FreightFigure
from domain.freight.load import BY_WEIGHT, Load, Package
from domain.freight.rate import FreightRate, best_rates
from domain.money import POINTS_PER_MINOR, Money, TotalOutOfBounds, UnitPrice
from domain.places import place_key
from domain.quantity import Unit
from domain.terms import Shipping
from services.other_units import carton_sizes
from services.ports import Books

FULL_CONTAINER_CBM: Final = 15
"""From about half a 20-foot container (28 CBM usable) on, a container of one's own is often cheaper."""
UNSTATED: Final = Package()
_FINE: Final = 100


class Assumption(StrEnum):
    """What an estimate takes for granted, and the reader is told."""

    AS_LISTED = "as_listed"  # weight and size are the listing's, without outer packing
    AS_STATED = "as_stated"  # weight or size are as the person typed them
    NO_SIZE = "no_size"  # only the weight is known: bulky goods cost more
    NO_WEIGHT = "no_weight"  # only the size is known: heavy goods cost more
    EXAMPLE_RATES = "example_rates"  # the rates are examples of nobody's tariff
    FULL_CONTAINER = "full_container"  # so much that a container of one's own may be cheaper


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be estimated: `count` units to a `country`, by ISO 3166 code; empty: not chosen yet.

    `figures` are those of the negotiation; `stated` is what the person typed in place of the listing's.
    """

    product: Product
    count: int
    country: str
    figures: tuple[FreightFigure, ...] = ()
    stated: Package = UNSTATED


@dataclass(frozen=True, slots=True)
class Option:
    """One way to ship: the whole cost in its own currency, and for one unit, rounded up to a point.

    The seller's `figure`, where there is one, stands in place of a `rate`; then `days` are not known.
    """

    method: Shipping
    cost: Money
    each: UnitPrice | None
    days: tuple[int, int] | None = None
    charged: Decimal | None = None
    rate: FreightRate | None = None
    figure: FreightFigure | None = None

    @property
    def each_roughly(self) -> UnitPrice | None:
        """The share of one unit as people say it."""
        return roughly(self.each) if self.each else None


@dataclass(frozen=True, slots=True)
class Estimate:
    """The ways to ship, in the order of Shipping; those without a rate or a figure are left out.

    `other_figures` were said for another quantity or country and do not count here.
    """

    asked: Asked
    load: Load
    options: tuple[Option, ...]
    assumptions: tuple[Assumption, ...]
    other_figures: tuple[FreightFigure, ...] = ()

    def by(self, method: Shipping) -> Option | None:
        """One way to ship, if its cost is known."""
        return next((each for each in self.options if each.method is method), None)


async def estimate(books: Books, asked: Asked) -> Estimate:
    """What freight costs each way.

    - A seller's figure for this quantity and country replaces the estimate.
    - Neither a missing weight nor a missing size is made up: what is known is charged, and told.
    - Without either, and without a country, only figures remain.
    """
    rates = await books.freight.rates_to(asked.country, books.now) if asked.country else ()
    load = Load.of(asked.stated.completed(package_of(asked.product)), asked.count)
    best = best_rates(rates, origins_of(asked.product.supplier), asked.country)
    figures = {each.method: each for each in asked.figures if each.holds_for(asked.count, asked.country)}
    found = (_option(asked, load, best.get(method), figures.get(method)) for method in Shipping)
    options = tuple(option for option in found if option)
    others = tuple(each for each in asked.figures if each not in figures.values())
    return Estimate(asked, load, options, _assumptions(asked, load, options), others)


def package_of(product: Product) -> Package:
    """One unit as the listing states it; a kilogram weighs a kilogram."""
    size = tuple(Decimal(side) for side in product.size_cm if side)
    weight = Decimal(product.weight_kg) if product.weight_kg else BY_WEIGHT.get(product.unit)
    cartons = (1,) if product.unit is Unit.CARTON else carton_sizes(product)
    return Package(
        weight_kg=weight,
        size_cm=(size[0], size[1], size[2]) if len(size) == 3 else None,
        per_carton=cartons[0] if cartons else None,
    )


def origins_of(supplier: Supplier) -> tuple[str, ...]:
    """The places a rate may start from, the closest first."""
    return tuple(place_key(place) for place in (supplier.city, supplier.province) if place.strip())


def roughly(each: UnitPrice) -> UnitPrice:
    """A share of one unit as people say it: from 100 minor units on in whole ones, rounded up."""
    if each.points < _FINE * POINTS_PER_MINOR:
        return each
    return UnitPrice(-(-each.points // POINTS_PER_MINOR) * POINTS_PER_MINOR, each.currency)


def each_of(cost: Money, count: int) -> UnitPrice | None:
    """The share of one unit, rounded up to a point; None when there is nothing to pay."""
    points = (Decimal(cost.minor) * POINTS_PER_MINOR / count).to_integral_value(ROUND_CEILING)
    return UnitPrice(int(points), cost.currency) if points > 0 else None


def _option(
    asked: Asked, load: Load, rate: FreightRate | None, figure: FreightFigure | None
) -> Option | None:
    if figure:
        return Option(figure.method, figure.cost, each_of(figure.cost, asked.count), figure=figure)
    if rate is None:
        return None
    try:
        cost, charged = rate.cost(load), rate.charged(load)
    except (LoadUnknown, TotalOutOfBounds):
        return None
    return Option(rate.route.method, cost, each_of(cost, asked.count), rate.days, charged, rate)


def _assumptions(asked: Asked, load: Load, options: tuple[Option, ...]) -> tuple[Assumption, ...]:
    estimated = [option for option in options if option.rate]
    is_stated = asked.stated != UNSTATED
    holds: Mapping[Assumption, bool] = {
        Assumption.AS_LISTED: not is_stated,
        Assumption.AS_STATED: is_stated,
        Assumption.NO_SIZE: load.cubic_cm is None,
        Assumption.NO_WEIGHT: load.grams is None,
        Assumption.EXAMPLE_RATES: any(each.rate and each.rate.is_example for each in estimated),
        Assumption.FULL_CONTAINER: (load.cbm or 0) >= FULL_CONTAINER_CBM,
    }
    return tuple(each for each, is_so in holds.items() if is_so) if estimated else ()
