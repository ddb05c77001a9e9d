"""A figure with what belongs to it: a currency, a unit, days or a percent sign."""

from enum import StrEnum, auto
from typing import NamedTuple

from domain.quantity import Unit
from language.figure import Figure
from language.mark import CurrencyMark


class Role(StrEnum):
    """What kind of figure an amount is."""

    MONEY = auto()
    COUNT = auto()
    DAYS = auto()
    WORKDAYS = auto()
    PERCENT = auto()
    TENTHS = auto()
    FOLD = auto()
    BARE = auto()
    ASIDE = auto()  # a size, a date, a model, a phone number


class Amount(NamedTuple):
    """A figure in its role, made of the tokens from `first` up to `last`.

    `unit` is what is counted, or what the money is for when `has_unit`; None is the product's own unit.
    """

    role: Role
    figure: Figure
    first: int
    last: int
    currency: CurrencyMark | None = None
    unit: Unit | None = None
    has_unit: bool = False
