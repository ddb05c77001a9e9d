"""What the table of moves lets a side do with an order now."""

from domain.lifecycle import ORDER, Actor, Deed
from services.cases import OrderCase


def may(case: OrderCase, deed: Deed) -> bool:
    """Whether the table of moves knows the deed of this side now."""
    return (case.order.status, deed, Actor(case.side.value)) in ORDER
