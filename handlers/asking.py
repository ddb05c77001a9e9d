"""Questions and answers in free words."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import Asking
from language.clean import clean
from services import asking
from services.briefing import case_of
from services.talk import MessageUnusable
from views import talk
from views.callback_data.negotiation import AskQuestion
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="asking")
_KEY: Final = "asked"


@router.callback_query(Pressed(AskQuestion))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskQuestion) -> Reply:
    """Asks for the words; the card stays above."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    await state.set_state(Asking.message)
    await state.update_data({_KEY: pressed.negotiation_id})
    return Reply(talk.ask_for_words(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Asking.message), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The words go to the other side."""
    negotiation_id = (await state.get_data())[_KEY]
    try:
        reply = await relay(desk, negotiation_id, words)
    except MessageUnusable as refusal:
        case = await case_of(desk.books, desk.person, negotiation_id)
        return Reply(talk.ask_for_words(desk.reader, case, escape(refusal_text(desk.reader, refusal))))
    await step_aside(state)
    return reply


async def relay(desk: Desk, negotiation_id: int, words: str) -> Reply:
    """Brings words to the other side and says so. Raises MessageUnusable."""
    said = await asking.say(desk.books, desk.person, negotiation_id, clean(words))
    return Reply(talk.sent(desk.reader, await case_of(desk.books, desk.person, negotiation_id), said))
