"""From agreement to a binding order: the address, and both confirmations."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.details import AddressUnusable, Delivery, Details
from domain.negotiation import MoveNotAllowed, StaleVersion
from handlers.bargains import card, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card, shown
from handlers.searches import step_aside
from handlers.states import Ordering as Writing
from language.clean import clean
from services.cases import case_of, order_case_of
from services.negotiating import Target
from services.ordering import Ordering, OrderTarget
from views import order as views
from views.callback_data.navigation import BringOrder, ShowOrder
from views.callback_data.negotiation import PlaceOrder
from views.callback_data.order import CancelOrder, ConfirmOrder, EditOrder
from views.markup import escape
from views.refusals import refusal_text

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


@router.callback_query(Pressed(PlaceOrder))
async def ask_address(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PlaceOrder) -> Reply:
    """The buyer of an agreed version is asked where the goods shall go."""
    stale = await stale_card(desk, pressed.negotiation_id, pressed.version)
    if stale:
        return stale
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await _ask(state, Writing.address, {"negotiation": pressed.negotiation_id, "version": pressed.version})
    return Reply(views.ask_address(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Writing.address), Words())
async def place(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The agreed version becomes an order to this address, to be confirmed by both sides."""
    data = (await state.get_data())[_KEY]
    target = Target(data["negotiation"], data["version"])
    try:
        details = Details(Delivery(clean(words)))
        order = await Ordering(desk.books, desk.person).place(target, details)
    except (StaleVersion, MoveNotAllowed) as refusal:
        await step_aside(state)
        return await card(desk, target.negotiation_id, refusal)
    except AddressUnusable as refusal:
        case = await case_of(desk.books, desk.person, target.negotiation_id)
        return Reply(views.ask_address(desk.reader, case, escape(refusal_text(desk.reader, refusal))))
    await step_aside(state)
    return await order_card(desk, order.id)


@router.callback_query(Pressed(ConfirmOrder))
async def confirm(query: CallbackQuery, desk: Desk, pressed: ConfirmOrder) -> Reply:
    """One side's yes to this revision."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Ordering(desk.books, desk.person).confirm(target), target)


@router.callback_query(Pressed(EditOrder))
async def ask_new_address(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditOrder) -> Reply:
    """The buyer is asked for the corrected address."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    await _ask(state, Writing.new_address, {"order": pressed.order_id, "revision": pressed.revision})
    return Reply(views.ask_new_address(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Writing.new_address), Words())
async def edit(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The corrected address makes a new revision, to be confirmed again."""
    data = (await state.get_data())[_KEY]
    target = OrderTarget(data["order"], data["revision"])
    try:
        case = await order_case_of(desk.books, desk.person, target.order_id)
        details = replace(case.order.details, delivery=Delivery(clean(words)))
        reply = await shown(desk, Ordering(desk.books, desk.person).edit(target, details), target)
    except AddressUnusable as refusal:
        case = await order_case_of(desk.books, desk.person, target.order_id)
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_new_address(desk.reader, case, problem))
    await step_aside(state)
    return reply


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


async def _ask(state: FSMContext, where: State, about: dict[str, int]) -> None:
    await state.set_state(where)
    await state.update_data({_KEY: about})
