"""What became of an order after payment: as far as its card says it, and all of it in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consignment import Consignment
from domain.milestone import Milestone
from domain.order import Order
from domain.people import Person, Side
from domain.standing import Standing
from services.moves import Move, Subject
from services.order_deeds import OrderDeeds
from services.ports import Books
from services.shipping_books import CancelRequest


@dataclass(frozen=True, slots=True)
class Journey:
    """What left, and who wants to cancel and why."""

    consignments: Sequence[Consignment] = ()
    request: CancelRequest | None = None


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
    return Journey(
        consignments=await books.consignments.of_order(order.id) if order.shipped else (),
        request=await books.cancel_requests.latest(order.id) if order.cancel_asked_by else None,
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
