"""A card payment under way holds its order: nobody ends it meanwhile."""

from domain.order import Order
from domain.refusal import Refusal
from services.ports import Books


class PaymentUnderWay(Refusal):
    """A card is being charged for the order at this moment."""


async def check_not_held(books: Books, order: Order) -> None:
    """Raises PaymentUnderWay while a card payment for the order may still arrive."""
    if await books.money.held_since(order.id, books.now) is not None:
        raise PaymentUnderWay(order=order.number)
