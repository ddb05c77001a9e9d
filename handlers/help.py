"""The guide with its questions, and the way out of every conversation."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.people import Side
from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.menu import standing_of
from handlers.searches import is_midway, leave
from services.helping import OwnCase, own_of, own_one
from services.refusals import NotFound
from views import help as views
from views import hints
from views.callback_data.help import AskHelp, ListQuestions
from views.callback_data.navigation import Go, Room
from views.menu import menu

router = Router(name="help")


@router.message(Command("help"))
@router.callback_query(Pressed(Go, room=Room.HELP))
async def show_guide(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """What can be asked; where the person stands stays as it is."""
    side = Side.SELLER if desk.person.is_seller else Side.BUYER
    return await _questions(desk, state, ListQuestions(side=side))


@router.callback_query(Pressed(ListQuestions))
async def turn_guide(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListQuestions) -> Reply:
    """Another page, or the questions of the other side."""
    return await _questions(desk, state, pressed)


@router.callback_query(Pressed(AskHelp))
async def answer_question(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskHelp) -> Reply:
    """An answer about the person's own deals. Raises NotFound for a button that is forged."""
    if pressed.topic not in views.ENTRIES[pressed.side]:
        raise NotFound(what="question")
    midway = await is_midway(state)
    own = () if midway else await _own(desk, pressed)
    asked = views.Asked(pressed.side, pressed.topic, own, is_midway=midway, is_chosen=bool(pressed.number))
    return Reply(views.answer(desk.reader, desk.person, asked))


@router.message(Command("cancel"))
async def cancel(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """Leaves whatever is under way and keeps nothing half done."""
    said = hints.cancelled if await leave(state) else hints.nothing_to_cancel
    standing = await standing_of(desk.books, desk.person)
    return Reply(menu(desk.reader, standing, said(desk.reader)))


async def _questions(desk: Desk, state: FSMContext, listed: ListQuestions) -> Reply:
    return Reply(views.questions(desk.reader, desk.person, listed, midway=await is_midway(state)))


async def _own(desk: Desk, pressed: AskHelp) -> Sequence[OwnCase]:
    reach = views.ENTRIES[pressed.side][pressed.topic].reach
    if reach is None:
        return ()
    if pressed.number:
        return (await own_one(desk.books, desk.person, reach, pressed.number),)
    return await own_of(desk.books, desk.person, reach)
