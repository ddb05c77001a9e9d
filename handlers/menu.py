"""The menu and the settings."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject

from domain.people import Person
from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.searches import step_aside
from services.ports import Books
from views import menu as views
from views.callback_data.navigation import Go, Room

router = Router(name="menu")


@router.message(Command("menu"))
@router.callback_query(Pressed(Go, room=Room.MENU))
async def show_menu(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """The way back from everywhere."""
    await step_aside(state)
    return Reply(views.menu(desk.reader, await standing_of(desk.books, desk.person)))


@router.message(Command("settings"))
@router.callback_query(Pressed(Go, room=Room.SETTINGS))
async def show_settings(event: TelegramObject, desk: Desk) -> Reply:
    """What a person may set."""
    return Reply(views.settings(desk.reader, desk.person))


async def standing_of(books: Books, person: Person) -> views.Standing:
    """What the menu tells a person of himself."""
    negotiations, waiting = await books.negotiations.waiting(person)
    return views.Standing(person.is_seller, negotiations, waiting)
