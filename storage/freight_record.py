"""The figures that count in a negotiation, as its row repeats them."""

from collections.abc import Iterable
from typing import Any

from domain.freight.figure import FreightFigure
from domain.money import Money
from domain.terms import Shipping
from storage.moments import to_millis, to_moment

Record = list[list[Any]]


def freight_record(figures: Iterable[FreightFigure]) -> Record:
    """Figures as JSON."""
    return [
        [f.method.value, f.cost.minor, f.cost.currency, f.count, f.country, f.author_id, to_millis(f.at)]
        for f in figures
    ]


def freight_of(record: Record | None) -> tuple[FreightFigure, ...]:
    """The figures that `freight_record` wrote."""
    return tuple(
        FreightFigure(Shipping(method), Money(minor, currency), count, country, author_id, to_moment(at))
        for method, minor, currency, count, country, author_id, at in record or ()
    )
