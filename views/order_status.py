"""Where an order stands, in a word or two."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.lifecycle import OrderStatus
from views.reader import Reader

_WORDS: Final[Mapping[OrderStatus, Callable[[Reader], str]]] = {
    OrderStatus.AWAITING_CONFIRMATION: lambda reader: reader.word("To be confirmed"),
    OrderStatus.AWAITING_PAYMENT: lambda reader: reader.word("Awaiting payment"),
    OrderStatus.IN_PRODUCTION: lambda reader: reader.word("In production"),
    OrderStatus.SHIPPED: lambda reader: reader.word("Shipped"),
    OrderStatus.DELIVERED: lambda reader: reader.word("Delivered"),
    OrderStatus.COMPLETED: lambda reader: reader.word("Completed"),
    OrderStatus.CANCELLED: lambda reader: reader.word("Cancelled"),
}


def status_word(reader: Reader, status: OrderStatus) -> str:
    """The status as both sides read it."""
    return _WORDS[status](reader)
