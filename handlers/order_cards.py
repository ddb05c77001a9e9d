"""Answers to a deed in an order: its card, with a kind word when the deed came too late or too early."""

from collections.abc import Awaitable
from dataclasses import replace

from domain.order import (
    NotPaidYet,
    NotSettled,
    Order,
    OrderMoveNotAllowed,
    PaidAlready,
    ShipsTooMuch,
    StaleOrder,
)
from handlers.desk import Desk, Place, Reply
from services.cases import order_case_of
from services.given_back import ClaimStands
from services.order_deeds import OrderTarget
from services.order_holds import PaymentUnderWay
from services.receiving import ProlongedEnough
from views import order as views
from views.refusals import refusal_text

NOT_NOW = (
    ClaimStands,
    NotPaidYet,
    NotSettled,
    OrderMoveNotAllowed,
    PaidAlready,
    PaymentUnderWay,
    ProlongedEnough,
    ShipsTooMuch,
)
"""What an order refuses before anything is written: the card as it stands says what can be done."""


async def order_card(desk: Desk, order_id: int, toast: str = "") -> Reply:
    """The order as it stands now; a toast says why it is not what was pressed."""
    case = await order_case_of(desk.books, desk.person, order_id)
    return Reply(views.order_card(desk.reader, case), toast=toast, alert=bool(toast))


async def shown(desk: Desk, deed: Awaitable[Order], target: OrderTarget) -> Reply:
    """The card after the deed; if the deed cannot be now, the current card and why.

    The card of a newer revision comes below, where the newest belongs.
    """
    try:
        await deed
    except NOT_NOW as refusal:
        return await order_card(desk, target.order_id, refusal_text(desk.reader, refusal))
    except StaleOrder as refusal:
        stale = await order_card(desk, target.order_id, refusal_text(desk.reader, refusal))
        return replace(stale, place=Place.BELOW)
    return await order_card(desk, target.order_id)
