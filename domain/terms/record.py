"""How each term is written in a record: a flat JSON object of strings and integers."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.money import Fee, UnitPrice
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import Quantity, Unit
from domain.terms.choices import (
    BalanceDue,
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    TradeTerm,
)
from domain.terms.tiers import Tiers

Record = dict[str, Any]
"""A flat JSON object of strings and integers; open terms are left out of it."""


def _tiers_written(tiers: Tiers) -> Record:
    rungs = ";".join(f"{tier.at_least}:{tier.unit_price.points}" for tier in tiers)
    return {"tiers": rungs, "currency": tiers[0].unit_price.currency}


def _tiers_read(written: str, currency: str) -> Tiers:
    pairs = (rung.split(":") for rung in written.split(";"))
    return tuple(PriceTier(int(count), UnitPrice(int(points), currency)) for count, points in pairs)


def _price(points: int, currency: str) -> UnitPrice:
    """Only a sample may be free of charge."""
    return UnitPrice(points, currency) if points else Fee(points, currency)


_WRITE: Final[Mapping[str, Callable[[Any], Record]]] = {
    "quantity": lambda value: {"quantity": value.count, "unit": value.unit.value},
    "unit_price": lambda value: {"price_points": value.points, "currency": value.currency},
    "tiers": _tiers_written,
    "custom_fee": lambda value: {"custom_fee_points": value.points, "currency": value.currency},
    "freight_charge": lambda value: {"freight_points": value.points, "currency": value.currency},
    "customization": lambda value: {"customization": " ".join(sorted(value))},
    "dropped": lambda value: {"dropped": " ".join(sorted(value))},
}
"""Terms of more than one value; all others are their own record."""

_READ: Final[Mapping[str, Callable[[str], object]]] = {
    "payment": PaymentMethod,
    "balance_due": BalanceDue,
    "shipping": Shipping,
    "freight_payer": Side,
    "trade_term": TradeTerm,
    "quality": QualityStandard,
    "customization": lambda written: frozenset(Custom(each) for each in written.split()),
    "custom_fee_basis": FeeBasis,
    "dropped": lambda written: frozenset(written.split()),
}
"""How the written value of a term is read; all others are what is written."""


def written(term: str, value: Any) -> Record:
    """One stated term as it stands in a record; a choice is its value."""
    write = _WRITE.get(term)
    return write(value) if write else {term: getattr(value, "value", value)}


def read(record: Record) -> dict[str, Any]:
    """The values of the terms in a record, by name; what is in no table stays as it is."""
    values = dict(record)
    currency = values.pop("currency", "")
    found: dict[str, Any] = {}
    if "quantity" in values:
        found["quantity"] = Quantity(values.pop("quantity"), Unit(values.pop("unit")))
    if "price_points" in values:
        found["unit_price"] = _price(values.pop("price_points"), currency)
    if "freight_points" in values:
        found["freight_charge"] = Fee(values.pop("freight_points"), currency)
    if "custom_fee_points" in values:
        found["custom_fee"] = Fee(values.pop("custom_fee_points"), currency)
    if "tiers" in values:
        found["tiers"] = _tiers_read(values.pop("tiers"), currency)
    return {**found, **{term: _READ[term](v) if term in _READ else v for term, v in values.items()}}
