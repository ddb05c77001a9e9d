"""Choosing the language, at any step and losing nothing."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, TelegramObject

from handlers.desk import Desk, Reply
from handlers.drafts import opened_form
from handlers.filters import Command, Pressed
from handlers.menu import standing_of
from handlers.searches import is_midway
from handlers.states import Offering
from services.arriving import change_language
from views import language as views
from views import offer_form
from views.callback_data.language import ChooseLanguage
from views.callback_data.navigation import Go, Room
from views.menu import menu
from views.reader import Reader

router = Router(name="language")


@router.message(Command("language"))
@router.callback_query(Pressed(Go, room=Room.LANGUAGE))
async def show_languages(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """Offers the languages; where the person stands stays as it is."""
    midway = await is_midway(state)
    return Reply(views.languages(desk.reader, midway=midway))


@router.callback_query(Pressed(ChooseLanguage))
async def choose(query: CallbackQuery, pressed: ChooseLanguage, desk: Desk, state: FSMContext) -> Reply:
    """Confirms in the new language, with the menu unless something is under way."""
    person = await change_language(desk.books, desk.person, pressed.language)
    reader = Reader(person.language)
    where = await state.get_state()
    if where in Offering:
        form = await opened_form(desk, state)
        return Reply(views.language_chosen_midway(reader, offer_form.form(reader, form)))
    if await is_midway(state):
        return Reply(views.language_chosen_midway(reader))
    standing = await standing_of(desk.books, person)
    return Reply(menu(reader, standing, views.language_chosen(reader)))
