"""What the table of moves lets a side do with an order now."""

from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from services.cases import OrderCase


def may(case: OrderCase, deed: Deed) -> bool:
    """Whether the table of moves knows the deed of this side now."""
    return (case.order.status, deed, Actor(case.side.value)) in ORDER


def ends_only_together(case: OrderCase) -> bool:
    """Whether one side alone cannot end the order any more: something was paid, or the goods are made."""
    is_paid = case.standing is not None and case.standing.kept.minor > 0
    return is_paid or case.order.is_funded or case.order.status is OrderStatus.IN_PRODUCTION
