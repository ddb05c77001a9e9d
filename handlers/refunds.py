"""Giving money back: by the seller what he holds, by an operator what was paid by card."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Side
from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.order_cards import order_card
from services.cases import order_case_of
from services.refunding import Refunding, ask_operators
from services.refusals import NotFound
from views import refunds as views
from views.callback_data.payment import AskRefund, RefundSent

router = Router(name="refunds")


@router.callback_query(Pressed(RefundSent, sure=False))
async def ask_whether_refunded(query: CallbackQuery, desk: Desk, pressed: RefundSent) -> Reply:
    """Asks once more."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    if case.side is not Side.SELLER:
        raise NotFound(what="order")
    return Reply(views.sure_of_refund(desk.reader, case))


@router.callback_query(Pressed(RefundSent, sure=True))
async def book_refund(query: CallbackQuery, desk: Desk, pressed: RefundSent) -> Reply:
    """What was given back is booked: by the seller, or by an operator who has no card of the order."""
    order = await Refunding(desk.books, desk.person).sent(pressed.order_id, pressed.bookings)
    if desk.person.side_in(order.buyer_id, order.supplier_id) is None:
        return Reply(views.refund_booked(desk.reader, order))
    return await order_card(desk, order.id)


@router.callback_query(Pressed(AskRefund))
async def ask_for_refund(query: CallbackQuery, desk: Desk, pressed: AskRefund) -> Reply:
    """The operators are asked to give back what was paid by card."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    if not await ask_operators(desk.books, case.order, desk.operator_ids):
        return await order_card(desk, pressed.order_id)
    return Reply(toast=views.operators_asked(desk.reader), alert=True)
