"""Phrases: sentences of trade known in both languages, with typed slots; what is kept of one is no words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from domain.money import Money, UnitPrice
from domain.people import Side
from domain.ports import LOADING
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import TradeTerm

MAX_PERCENT: Final = 100
MAX_DAYS: Final = 365
MAX_PORT_LENGTH: Final = 40
TRADE_TERMS: Final = tuple(TradeTerm)
"""Codes of Incoterms 2020 in use, the same in every language."""


class Theme(StrEnum):
    """What a phrase is about; the values are on buttons."""

    PRICE = "price"
    MOQ = "moq"
    TIME = "time"
    PAYMENT = "pay"
    SHIPPING = "ship"
    QUALITY = "quality"
    CUSTOMIZATION = "custom"
    SAMPLES = "samples"
    COURTESY = "courtesy"


class Kind(StrEnum):
    """The type of a slot's value."""

    DAYS = "days"
    QUANTITY = "quantity"
    PRICE = "price"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    PORT = "port"
    TERM = "term"


class SlotUnfit(Refusal):
    """A value does not fit its slot of `kind`."""


@dataclass(frozen=True, slots=True)
class PerUnit:
    """A price and the unit that it buys."""

    price: UnitPrice
    unit: Unit


Value = int | Quantity | PerUnit | Money | date | str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence known by its id, who may say it, and its slots: their kinds are the words' placeholders.

    `usual` are percentages that are often said in it, or by which its price is usually reckoned from the
    goods' own; `ports` are those often named in it.
    """

    id: str
    theme: Theme
    sides: tuple[Side, ...]
    slots: tuple[Kind, ...] = ()
    usual: tuple[int, ...] = ()
    ports: tuple[str, ...] = LOADING


@dataclass(frozen=True, slots=True)
class Spoken:
    """A phrase that was said: its id and the value of each slot."""

    phrase_id: str
    values: Mapping[Kind, Value]


def is_fit(kind: Kind, value: Value) -> bool:
    """Whether the value is of the slot's type and within its bounds."""
    return isinstance(value, _TYPES[kind]) and _BOUNDS.get(kind, lambda _: True)(value)


def to_record(spoken: Spoken) -> dict[str, str]:
    """A spoken phrase as a flat JSON object of strings. Raises SlotUnfit."""
    return {"phrase": spoken.phrase_id, **{kind.value: written(kind, v) for kind, v in spoken.values.items()}}


def from_record(record: Mapping[str, str]) -> Spoken:
    """The phrase that `to_record` wrote. Raises SlotUnfit."""
    values = {Kind(name): read(Kind(name), text) for name, text in record.items() if name != "phrase"}
    return Spoken(record["phrase"], values)


def written(kind: Kind, value: Value) -> str:
    """A slot's value as a short text without a colon, for records and buttons. Raises SlotUnfit."""
    if not is_fit(kind, value):
        raise SlotUnfit(kind=kind)
    return _WRITE.get(kind, str)(value)


def read(kind: Kind, text: str) -> Value:
    """The value that `written` wrote. Raises SlotUnfit for any other text."""
    try:
        value = _READ[kind](text)
    except (ValueError, Refusal):
        raise SlotUnfit(kind=kind) from None
    if not is_fit(kind, value):
        raise SlotUnfit(kind=kind)
    return value


def _quantity(text: str) -> Quantity:
    count, unit = text.split()
    return Quantity(int(count), Unit(unit))


def _per_unit(text: str) -> PerUnit:
    points, currency, unit = text.split()
    return PerUnit(UnitPrice(int(points), currency), Unit(unit))


def _money(text: str) -> Money:
    minor, currency = text.split()
    return Money(int(minor), currency)


_TYPES: Final[Mapping[Kind, type[Any]]] = {
    Kind.DAYS: int,
    Kind.QUANTITY: Quantity,
    Kind.PRICE: PerUnit,
    Kind.MONEY: Money,
    Kind.PERCENT: int,
    Kind.DATE: date,
    Kind.PORT: str,
    Kind.TERM: str,
}
_BOUNDS: Final[Mapping[Kind, Callable[[Any], bool]]] = {
    Kind.DAYS: lambda days: 0 < days <= MAX_DAYS,
    Kind.PERCENT: lambda percent: 0 < percent <= MAX_PERCENT,
    Kind.MONEY: lambda money: money.minor > 0,
    Kind.PORT: lambda port: 0 < len(port) <= MAX_PORT_LENGTH and not any(char.isdigit() for char in port),
    Kind.TERM: lambda term: term in TRADE_TERMS,
}
_READ: Final[Mapping[Kind, Callable[[str], Value]]] = {
    Kind.DAYS: int,
    Kind.QUANTITY: _quantity,
    Kind.PRICE: _per_unit,
    Kind.MONEY: _money,
    Kind.PERCENT: int,
    Kind.DATE: date.fromisoformat,
    Kind.PORT: str,
    Kind.TERM: str,
}
_WRITE: Final[Mapping[Kind, Callable[[Any], str]]] = {
    Kind.QUANTITY: lambda amount: f"{amount.count} {amount.unit}",
    Kind.PRICE: lambda each: f"{each.price.points} {each.price.currency} {each.unit}",
    Kind.MONEY: lambda money: f"{money.minor} {money.currency}",
}
