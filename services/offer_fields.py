"""The fields of an offer form: which terms each fills, and its answers as short texts for buttons."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from domain.money import UnitPrice
from domain.negotiation import Goods
from domain.quantity import Quantity, Unit
from domain.terms import PaymentMethod, Shipping, TermsDraft
from services.refusals import NotFound


class Field(StrEnum):
    """What the form asks for, in this order; the values are on buttons."""

    QUANTITY = "qty"
    PRICE = "price"
    LEAD_TIME = "lead"
    SHIPPING = "ship"
    PAYMENT = "pay"
    NOTE = "note"


FIELDS: Final = tuple(Field)

TERMS_OF: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.QUANTITY: ("quantity",),
    Field.PRICE: ("unit_price",),
    Field.LEAD_TIME: ("lead_time_days",),
    Field.SHIPPING: ("shipping",),
    Field.PAYMENT: ("payment", "deposit_percent"),
    Field.NOTE: ("note",),
}
"""The names of the terms that a field fills."""

OPTIONAL: Final = tuple(field for field in FIELDS if field not in (Field.QUANTITY, Field.PRICE))
"""The fields that an offer may leave out."""

_EMPTY: Final = TermsDraft()


def _payment(value: str) -> TermsDraft:
    method, _, deposit = value.partition(".")
    return TermsDraft(
        payment=PaymentMethod(method) if method else None,
        deposit_percent=int(deposit) if deposit else None,
    )


_READ: Final[Mapping[Field, Callable[[str, Goods], TermsDraft]]] = {
    Field.QUANTITY: lambda value, goods: TermsDraft(quantity=Quantity(int(value), Unit(goods.unit))),
    Field.PRICE: lambda value, goods: TermsDraft(unit_price=UnitPrice(int(value), goods.currency)),
    Field.LEAD_TIME: lambda value, goods: TermsDraft(lead_time_days=int(value)),
    Field.SHIPPING: lambda value, goods: TermsDraft(shipping=Shipping(value)),
    Field.PAYMENT: lambda value, goods: _payment(value),
}

_WRITE: Final[Mapping[Field, Callable[[TermsDraft], str]]] = {
    Field.QUANTITY: lambda part: str(part.quantity.count) if part.quantity else "",
    Field.PRICE: lambda part: str(part.unit_price.points) if part.unit_price else "",
    Field.LEAD_TIME: lambda part: str(part.lead_time_days or ""),
    Field.SHIPPING: lambda part: part.shipping.value if part.shipping else "",
    Field.PAYMENT: lambda part: f"{part.payment or ''}.{part.deposit_percent or ''}",
}


def read_value(field: Field, value: str, goods: Goods) -> TermsDraft:
    """The part of the terms that a button's `value` stands for. Raises NotFound for what no button says."""
    try:
        return _READ[field](value, goods)
    except (KeyError, ValueError):
        raise NotFound(what="button") from None


def value_of(field: Field, part: TermsDraft) -> str:
    """The text that `read_value` reads back."""
    return _WRITE[field](part)


def filled_fields(terms: TermsDraft) -> tuple[Field, ...]:
    """The fields of which at least one term is stated."""
    return tuple(f for f in FIELDS if any(getattr(terms, name) for name in TERMS_OF[f]))


def only(field: Field, terms: TermsDraft) -> TermsDraft:
    """Of all terms those that the field fills."""
    return replace(_EMPTY, **{name: getattr(terms, name) for name in TERMS_OF[field]})


def without(field: Field, terms: TermsDraft) -> TermsDraft:
    """The terms with the field's own left out. Raises NotFound for a field that no offer may leave out."""
    if field not in OPTIONAL:
        raise NotFound(what="button")
    return TermsDraft(dropped=frozenset(TERMS_OF[field])).filled_from(terms)
