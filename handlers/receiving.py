"""Receipt and completion: the buyer has the goods, waits longer for them, or closes the order."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.order_cards import shown
from services.cases import order_case_of
from services.order_deeds import OrderTarget
from services.receiving import Receiving
from views import receiving as views
from views.callback_data.shipping import CompleteOrder, NotArrivedYet, ReceiveGoods

router = Router(name="receiving")


@router.callback_query(Pressed(ReceiveGoods, sure=False))
async def ask_whether_received(query: CallbackQuery, desk: Desk, pressed: ReceiveGoods) -> Reply:
    """Asks once more, naming what was shipped."""
    return Reply(
        views.sure_received(desk.reader, await order_case_of(desk.books, desk.person, pressed.order_id))
    )


@router.callback_query(Pressed(ReceiveGoods, sure=True))
async def receive(query: CallbackQuery, desk: Desk, pressed: ReceiveGoods) -> Reply:
    """The goods are there."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Receiving(desk.books, desk.person).receive(target), target)


@router.callback_query(Pressed(NotArrivedYet))
async def prolong(query: CallbackQuery, desk: Desk, pressed: NotArrivedYet) -> Reply:
    """Ten days more before the goods count as received."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    reply = await shown(desk, Receiving(desk.books, desk.person).prolong(target), target)
    return reply if reply.toast else replace(reply, toast=views.prolonged(desk.reader))


@router.callback_query(Pressed(CompleteOrder, sure=False))
async def ask_whether_complete(query: CallbackQuery, desk: Desk, pressed: CompleteOrder) -> Reply:
    """Asks once more."""
    return Reply(
        views.sure_completed(desk.reader, await order_case_of(desk.books, desk.person, pressed.order_id))
    )


@router.callback_query(Pressed(CompleteOrder, sure=True))
async def complete(query: CallbackQuery, desk: Desk, pressed: CompleteOrder) -> Reply:
    """The order is closed."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Receiving(desk.books, desk.person).complete(target), target)
