"""A list of changes: looked at, answered by the seller, taken back, and ticked on the second sample."""

from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.refusal import Refusal
from domain.wanted_changes import ChangesMoveNotAllowed, Verdict, WordsUnusable
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import WantingChanges as Answering
from language.clean import clean
from services.changes_case import changes_case_of
from services.refusals import DraftGone
from services.wanting_changes import WantingChanges
from views import changes as views
from views.callback_data.golden import AnswerWish, ShowChanges, TickWish, WithdrawChanges
from views.refusals import refusal_text

router = Router(name="changes")
_KEY: Final = "wish"


@router.callback_query(Pressed(ShowChanges))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowChanges) -> Reply:
    """The list as it stands now."""
    await step_aside(state)
    reply = await card(desk, pressed.changes_id)
    return reply if pressed.here else replace(reply, place=Place.BELOW)


@router.callback_query(Pressed(AnswerWish, verdict=Verdict.WILL))
async def agree(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerWish) -> Reply:
    """One change, or all that are open, will be made."""
    await step_aside(state)
    try:
        await WantingChanges(desk.books, desk.person).answer(pressed.changes_id, pressed.place, Verdict.WILL)
    except ChangesMoveNotAllowed as refusal:
        return await card(desk, pressed.changes_id, refusal)
    return await card(desk, pressed.changes_id)


@router.callback_query(Pressed(AnswerWish, verdict=Verdict.CANNOT))
async def ask_reason(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerWish) -> Reply:
    """Why is it not possible?"""
    case = await changes_case_of(desk.books, desk.person, pressed.changes_id)
    if not case.is_answerable or not 0 < pressed.place <= len(case.changes.wishes):
        return await card(desk, pressed.changes_id, ChangesMoveNotAllowed())
    await state.set_state(Answering.reason)
    await state.update_data({_KEY: {"changes": pressed.changes_id, "place": pressed.place}})
    return Reply(views.ask_reason(desk.reader, case, pressed.place), place=Place.BELOW)


@router.message(StateFilter(Answering.reason), Words())
async def refuse(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The reason is the answer."""
    asked: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if asked is None:
        raise DraftGone()
    number, place = asked["changes"], asked["place"]
    try:
        await WantingChanges(desk.books, desk.person).answer(number, place, Verdict.CANNOT, clean(words))
    except WordsUnusable as refusal:
        case = await changes_case_of(desk.books, desk.person, number)
        return Reply(views.ask_reason(desk.reader, case, place, refusal_text(desk.reader, refusal)))
    except ChangesMoveNotAllowed as refusal:
        await step_aside(state)
        return await card(desk, number, refusal)
    await step_aside(state)
    return await card(desk, number)


@router.callback_query(Pressed(WithdrawChanges, sure=False))
async def ask_to_withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawChanges) -> Reply:
    """Asks once more."""
    case = await changes_case_of(desk.books, desk.person, pressed.changes_id)
    return Reply(views.sure_to_withdraw(desk.reader, case))


@router.callback_query(Pressed(WithdrawChanges, sure=True))
async def withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawChanges) -> Reply:
    """The buyer takes the list back."""
    try:
        await WantingChanges(desk.books, desk.person).withdraw(pressed.changes_id)
    except ChangesMoveNotAllowed as refusal:
        return await card(desk, pressed.changes_id, refusal)
    return await card(desk, pressed.changes_id)


@router.callback_query(Pressed(TickWish))
async def tick(query: CallbackQuery, desk: Desk, pressed: TickWish) -> Reply:
    """One tick more or less."""
    try:
        await WantingChanges(desk.books, desk.person).tick(pressed.changes_id, pressed.place)
    except ChangesMoveNotAllowed as refusal:
        return await card(desk, pressed.changes_id, refusal)
    return await card(desk, pressed.changes_id)


async def card(desk: Desk, changes_id: int, refusal: Refusal | None = None) -> Reply:
    """The list as it stands now, and why it is not what was pressed."""
    case = await changes_case_of(desk.books, desk.person, changes_id)
    toast = refusal_text(desk.reader, refusal) if refusal else ""
    return Reply(views.changes_card(desk.reader, case), toast=toast, alert=bool(toast))
