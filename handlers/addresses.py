"""The address book under the settings: looked at, changed and cleared."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.details import AddressUnusable
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import KeepingAddresses
from language.address import read_address
from language.clean import clean
from services.address_book import AddressBook
from views import addresses as views
from views.callback_data.addresses import EditAddress, ListAddresses, RemoveAddress, SetPlace, ShowAddress
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="addresses")
_KEY: Final = "address_entry"


@router.callback_query(Pressed(ListAddresses))
async def show_all(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListAddresses) -> Reply:
    """A page of the book."""
    await step_aside(state)
    return Reply(views.address_book(desk.reader, await _book(desk).entries(), pressed.page))


@router.callback_query(Pressed(ShowAddress))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowAddress) -> Reply:
    """One entry."""
    await step_aside(state)
    return Reply(views.address(desk.reader, await _book(desk).entry(pressed.entry_id)))


@router.callback_query(Pressed(SetPlace))
async def set_place(query: CallbackQuery, desk: Desk, pressed: SetPlace) -> Reply:
    """What stands there."""
    entry = await _book(desk).entry(pressed.entry_id)
    changed = await _book(desk).change(entry.id, replace(entry.delivery, place=pressed.place))
    return Reply(views.address(desk.reader, changed))


@router.callback_query(Pressed(EditAddress))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditAddress) -> Reply:
    """The new address is asked."""
    entry = await _book(desk).entry(pressed.entry_id)
    await state.set_state(KeepingAddresses.entry)
    await state.update_data({_KEY: entry.id})
    return Reply(views.ask_address(desk.reader, entry))


@router.message(StateFilter(KeepingAddresses.entry), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The new address takes the place of the old one; what stands there stays unless it is said."""
    entry = await _book(desk).entry((await state.get_data())[_KEY])
    try:
        said = read_address(clean(words)).delivery
    except AddressUnusable as refusal:
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_address(desk.reader, entry, problem))
    kept = replace(said, place=said.place or entry.delivery.place)
    await step_aside(state)
    return Reply(views.address(desk.reader, await _book(desk).change(entry.id, kept)))


@router.callback_query(Pressed(RemoveAddress))
async def remove(query: CallbackQuery, desk: Desk, pressed: RemoveAddress) -> Reply:
    """The entry is forgotten."""
    await _book(desk).remove(pressed.entry_id)
    shown = views.address_book(desk.reader, await _book(desk).entries())
    return Reply(shown, toast=views.removed(desk.reader))


def _book(desk: Desk) -> AddressBook:
    return AddressBook(desk.books.addresses, desk.person)
