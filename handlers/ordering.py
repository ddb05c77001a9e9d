"""The card of an order, both confirmations, and its end."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.order_cards import order_card, shown
from handlers.searches import step_aside
from handlers.states import Ordering as Writing
from services.cases import order_case_of
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from views import order as views
from views.callback_data.navigation import BringOrder, ShowOrder
from views.callback_data.order import CancelOrder, ConfirmOrder

router = Router(name="ordering")
_KEY: Final = "address_of"


@router.callback_query(Pressed(ShowOrder))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowOrder) -> Reply:
    """The card as it stands now."""
    await step_aside(state)
    return await order_card(desk, pressed.order_id)


@router.callback_query(Pressed(BringOrder))
async def bring(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringOrder) -> Reply:
    """The card below a list, which stays."""
    await step_aside(state)
    return replace(await order_card(desk, pressed.order_id), place=Place.BELOW)


@router.callback_query(Pressed(ConfirmOrder))
async def confirm(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ConfirmOrder) -> Reply:
    """One side's yes to this revision."""
    if await state.get_state() in Writing:
        await step_aside(state)
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Ordering(desk.books, desk.person).confirm(target), target)


@router.callback_query(Pressed(CancelOrder, sure=False))
async def ask_whether_sure(query: CallbackQuery, desk: Desk, pressed: CancelOrder) -> Reply:
    """Asks once more."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    return Reply(views.sure_to_cancel(desk.reader, case))


@router.callback_query(Pressed(CancelOrder, sure=True))
async def cancel(query: CallbackQuery, desk: Desk, pressed: CancelOrder) -> Reply:
    """Ends the order."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Ordering(desk.books, desk.person).cancel(target), target)
