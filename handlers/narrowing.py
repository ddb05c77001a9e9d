"""Setting one filter of a search from what a button carries."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from domain.catalogue import Qualification
from domain.places import place_key
from domain.quantity import MAX_COUNT
from services.searching import Filters
from views.callback_data.search import Narrowing


class ForgedValue(Exception):
    """No button of ours carries such a value."""


def narrowed(filters: Filters, by: Narrowing, value: str) -> Filters:
    """The filters with one set; an empty value asks nothing. Raises ForgedValue."""
    try:
        return _SETTERS[by](filters, value)
    except (ValueError, InvalidOperation):
        raise ForgedValue from None


def _moq(filters: Filters, value: str) -> Filters:
    most = int(value) if value else None
    if most is not None and not 0 < most <= MAX_COUNT:
        raise ValueError(value)
    return replace(filters, moq_at_most=most)


def _price(filters: Filters, value: str) -> Filters:
    low, _, high = value.partition("-")
    return replace(filters, price_from=_amount(low), price_to=_amount(high))


def _amount(text: str) -> Decimal | None:
    amount = Decimal(text) if text else None
    if amount is not None and not (amount.is_finite() and 0 < amount <= MAX_COUNT):
        raise ValueError(text)
    return amount


def _origin(filters: Filters, value: str) -> Filters:
    return replace(filters, province=place_key(value))


def _qualification(filters: Filters, value: str) -> Filters:
    return replace(filters, qualification=Qualification(value) if value else None)


_SETTERS: Final[Mapping[Narrowing, Callable[[Filters, str], Filters]]] = {
    Narrowing.MOQ: _moq,
    Narrowing.PRICE: _price,
    Narrowing.ORIGIN: _origin,
    Narrowing.QUALIFICATION: _qualification,
}
