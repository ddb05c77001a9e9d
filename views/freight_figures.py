"""What sellers said freight costs, as both sides' cards show it, and the names of the ways to ship."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.freight.figure import FreightFigure
from domain.quantity import Quantity, Unit
from domain.terms import Shipping
from views.markup import Html, bold, lines
from views.reader import Reader
from views.units import quantity

WAYS: Final[Mapping[Shipping, Callable[[Reader], str]]] = {
    Shipping.SEA: lambda reader: reader.word("🚢 By sea"),
    Shipping.AIR: lambda reader: reader.word("✈️ By air"),
    Shipping.RAIL: lambda reader: reader.word("🚆 By rail"),
    Shipping.EXPRESS: lambda reader: reader.word("📦 By express"),
}


def figure_lines(reader: Reader, figures: tuple[FreightFigure, ...], unit: str) -> Html:
    """A line for each figure; `unit` is the goods' own."""
    return lines(*(_line(reader, figure, Unit(unit)) for figure in figures))


def _line(reader: Reader, figure: FreightFigure, unit: Unit) -> Html:
    said = {
        "way": WAYS[figure.method](reader),
        "cost": bold(reader.money(figure.cost)),
        "quantity": quantity(reader, Quantity(figure.count, unit)),
    }
    if not figure.country:
        return reader.say("{way}: {cost} for {quantity}, the seller's figure", **said)
    country = reader.country(figure.country)
    return reader.say(
        "{way}: {cost} for {quantity} to {country}, the seller's figure", **said, country=country
    )
