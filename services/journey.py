"""What became of an order after payment: as far as its card says it, and all of it in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.consignment import Consignment
from domain.lifecycle import OrderStatus
from domain.milestone import Milestone
from domain.order import Order
from domain.people import Person, Side
from domain.standing import Standing
from services.moves import Move, Subject
from services.order_deeds import OrderDeeds
from services.ports import Books
from services.shipping_books import CancelRequest

_WITH_MONEY: Final = frozenset((OrderStatus.CANCELLED, OrderStatus.DELIVERED))


@dataclass(frozen=True, slots=True)
class Journey:
    """What left, who wants to cancel and why, and where it matters how the order stands with its money."""

    consignments: Sequence[Consignment] = ()
    request: CancelRequest | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that happened to an order, read by someone of one side."""

    order: Order
    side: Side
    moves: Sequence[Move]
    milestones: Sequence[Milestone]
    consignments: Sequence[Consignment]
    standing: Standing


async def journey_of(books: Books, order: Order) -> Journey:
    """As much as the order's card says; asks only for what its status may have."""
    with_money = order.status in _WITH_MONEY and order.is_funded
    return Journey(
        consignments=await books.consignments.of_order(order.id) if order.shipped else (),
        request=await books.cancel_requests.latest(order.id) if order.cancel_asked_by else None,
        standing=await books.money.standing(order) if with_money else None,
    )


async def timeline_of(books: Books, person: Person, order_id: int) -> Timeline:
    """All of it. Raises NotFound, to strangers too."""
    order, side = await OrderDeeds(books, person).see(order_id)
    return Timeline(
        order=order,
        side=side,
        moves=await books.ledger.moves(Subject.ORDER, order_id),
        milestones=await books.milestones.of_order(order_id),
        consignments=await books.consignments.of_order(order_id),
        standing=await books.money.standing(order),
    )
