"""The guide, and the way out of every conversation."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject

from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.menu import standing_of
from handlers.searches import is_midway, leave
from views import help as views
from views import hints
from views.callback_data.navigation import Go, Room
from views.menu import menu

router = Router(name="help")


@router.message(Command("help"))
@router.callback_query(Pressed(Go, room=Room.HELP))
async def show_guide(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """How to do the main job; where the person stands stays as it is."""
    midway = await is_midway(state)
    return Reply(views.guide(desk.reader, desk.person, midway=midway))


@router.message(Command("cancel"))
async def cancel(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """Leaves whatever is under way and keeps nothing half done."""
    said = hints.cancelled if await leave(state) else hints.nothing_to_cancel
    standing = await standing_of(desk.books, desk.person)
    return Reply(menu(desk.reader, standing, said(desk.reader)))
