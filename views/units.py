"""Quantities and prices with the words of their units."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from views.markup import Html
from views.reader import Reader

_COUNTED: Final[Mapping[Unit, Callable[[Reader, int], Html]]] = {
    Unit.PIECE: lambda reader, n: reader.say_many("{count} piece", "{count} pieces", n),
    Unit.SET: lambda reader, n: reader.say_many("{count} set", "{count} sets", n),
    Unit.PAIR: lambda reader, n: reader.say_many("{count} pair", "{count} pairs", n),
    Unit.BOX: lambda reader, n: reader.say_many("{count} box", "{count} boxes", n),
    Unit.CARTON: lambda reader, n: reader.say_many("{count} carton", "{count} cartons", n),
    Unit.BAG: lambda reader, n: reader.say_many("{count} bag", "{count} bags", n),
    Unit.DOZEN: lambda reader, n: reader.say_many("{count} dozen", "{count} dozen", n),
    Unit.ROLL: lambda reader, n: reader.say_many("{count} roll", "{count} rolls", n),
    Unit.SHEET: lambda reader, n: reader.say_many("{count} sheet", "{count} sheets", n),
    Unit.METRE: lambda reader, n: reader.say_many("{count} metre", "{count} metres", n),
    Unit.KILOGRAM: lambda reader, n: reader.say_many("{count} kg", "{count} kg", n),
    Unit.TONNE: lambda reader, n: reader.say_many("{count} tonne", "{count} tonnes", n),
}
_NAMED: Final[Mapping[Unit, Callable[[Reader], str]]] = {
    Unit.PIECE: lambda reader: reader.word("piece"),
    Unit.SET: lambda reader: reader.word("set"),
    Unit.PAIR: lambda reader: reader.word("pair"),
    Unit.BOX: lambda reader: reader.word("box"),
    Unit.CARTON: lambda reader: reader.word("carton"),
    Unit.BAG: lambda reader: reader.word("bag"),
    Unit.DOZEN: lambda reader: reader.word("dozen"),
    Unit.ROLL: lambda reader: reader.word("roll"),
    Unit.SHEET: lambda reader: reader.word("sheet"),
    Unit.METRE: lambda reader: reader.word("metre"),
    Unit.KILOGRAM: lambda reader: reader.word("kg"),
    Unit.TONNE: lambda reader: reader.word("tonne"),
}


def quantity(reader: Reader, amount: Quantity) -> Html:
    """How many of what, e.g. "500 pieces", 500件; holds no markup, so it may stand on a button."""
    return _COUNTED[amount.unit](reader, amount.count)


def unit_word(reader: Reader, unit: Unit) -> str:
    """One unit, e.g. "piece", 件."""
    return _NAMED[unit](reader)


def per_unit(reader: Reader, price: UnitPrice, unit: Unit) -> Html:
    """A unit price and what it buys, e.g. "CN¥12.50 / piece", ¥12.50/件; holds no markup."""
    return reader.say("{price} / {unit}", price=reader.price(price), unit=unit_word(reader, unit))
