"""Cancelling together: one side asks and says why, the other agrees or refuses."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import shown
from handlers.searches import step_aside
from handlers.states import Cancelling as Writing
from language.clean import clean
from services.cancelling import Cancelling, ReasonUnusable
from services.cases import order_case_of
from services.order_deeds import OrderTarget
from views import cancelling as views
from views.callback_data.shipping import AnswerCancel, AskToCancel
from views.refusals import refusal_text

router = Router(name="cancelling")
_KEY: Final = "cancel_of"


@router.callback_query(Pressed(AskToCancel))
async def ask_reason(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskToCancel) -> Reply:
    """Why shall it end?"""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    await state.set_state(Writing.reason)
    await state.update_data({_KEY: {"order": pressed.order_id, "revision": pressed.revision}})
    return Reply(views.ask_reason(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Writing.reason), Words())
async def ask(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The other side is asked."""
    data = (await state.get_data())[_KEY]
    target = OrderTarget(data["order"], data["revision"])
    try:
        reply = await shown(desk, Cancelling(desk.books, desk.person).ask(target, clean(words)), target)
    except ReasonUnusable as refusal:
        case = await order_case_of(desk.books, desk.person, target.order_id)
        return Reply(views.ask_reason(desk.reader, case, refusal_text(desk.reader, refusal)))
    await step_aside(state)
    return reply


@router.callback_query(Pressed(AnswerCancel, agrees=True, sure=False))
async def ask_whether_agreed(query: CallbackQuery, desk: Desk, pressed: AnswerCancel) -> Reply:
    """Asks once more before the order ends."""
    return Reply(
        views.sure_to_agree(desk.reader, await order_case_of(desk.books, desk.person, pressed.order_id))
    )


@router.callback_query(Pressed(AnswerCancel, agrees=True, sure=True))
async def agree(query: CallbackQuery, desk: Desk, pressed: AnswerCancel) -> Reply:
    """The order ends."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Cancelling(desk.books, desk.person).agree(target), target)


@router.callback_query(Pressed(AnswerCancel, agrees=False))
async def refuse(query: CallbackQuery, desk: Desk, pressed: AnswerCancel) -> Reply:
    """The order goes on."""
    target = OrderTarget(pressed.order_id, pressed.revision)
    return await shown(desk, Cancelling(desk.books, desk.person).refuse(target), target)
