"""Talking: questions, answers and files, for as long as the talk with the other side is open."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.said import Attached, NotPassedOn, said_in
from handlers.states import Asking
from services import asking
from services.cases import case_of
from services.said import Said
from services.talk import MessageUnusable, TooManyFiles
from views import talk
from views.callback_data.negotiation import AskQuestion
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="asking")
_KEY: Final = "asked"


@router.callback_query(Pressed(AskQuestion))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskQuestion) -> Reply:
    """Opens the talk: what is said from now on goes to the other side; the card stays above."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await listen(state, pressed.negotiation_id)
    return Reply(talk.ask_for_words(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Asking.message), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """The words go to the other side; the talk stays open."""
    return await _hear(message, desk, state)


@router.message(StateFilter(Asking.message), Attached())
async def hear_file(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """So does a file or a place."""
    return await _hear(message, desk, state)


@router.message(StateFilter(Asking.message), NotPassedOn())
async def keep_back(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """A contact would tell who somebody is; nothing is sent."""
    return await kept_back(desk, (await state.get_data())[_KEY])


async def _hear(message: Message, desk: Desk, state: FSMContext) -> Reply:
    negotiation_id = (await state.get_data())[_KEY]
    said = said_in(message)
    assert said is not None, "the filters let nothing else through"
    return await relay(desk, negotiation_id, said, is_open=True)


async def relay(
    desk: Desk, negotiation_id: int, said: Said, answers: int = 0, *, is_open: bool = False
) -> Reply:
    """Brings what was said to the other side and says so, of an album once; or says why not."""
    is_further = said.album and await desk.books.talk.has_album(negotiation_id, said.album)
    case = await case_of(desk.books, desk.person, negotiation_id)
    try:
        kept = await asking.say(desk.books, desk.person, negotiation_id, said, answers)
    except (MessageUnusable, TooManyFiles) as refusal:
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(talk.ask_for_words(desk.reader, case, problem))
    if kept is None or is_further:
        return Reply()
    return Reply(talk.sent(desk.reader, talk.Sent(case, kept, is_open)))


async def kept_back(desk: Desk, negotiation_id: int) -> Reply:
    """Says what is not carried to the other side, and what to do instead."""
    return Reply(talk.not_passed_on(desk.reader, await case_of(desk.books, desk.person, negotiation_id)))


async def listen(state: FSMContext, negotiation_id: int) -> None:
    """What is said from now on goes to the other side of this negotiation."""
    await state.set_state(Asking.message)
    await state.update_data({_KEY: negotiation_id})
