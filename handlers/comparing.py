"""Comparing: products put side by side, the answers to an inquiry, and both as files."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Place, Reply
from handlers.filters import Command, Pressed
from handlers.product import page_of
from handlers.searches import step_aside
from handlers.shortlisting import list_words
from services.comparing.comparison import comparison_of_products, comparison_of_rfq
from services.comparing.room import inquiries_of, put_beside
from services.refusals import NotFound
from views import compare_room, comparison, product
from views.callback_data.comparing import AddToCompare, BringRfq, MakeFile, ShowRfq, TakeAway
from views.callback_data.navigation import Go, Room
from views.comparison_files import comparison_file
from views.screen import Screen

router = Router(name="comparing")


@router.message(Command("compare"))
async def open_room(message: Message, argument: str, desk: Desk, state: FSMContext) -> Reply:
    """/compare with words lists suppliers of such goods; alone it shows what stands side by side."""
    await step_aside(state)
    if argument:
        return await list_words(desk, state, argument)
    return Reply(await _room(desk))


@router.callback_query(Pressed(Go, room=Room.COMPARE))
async def show_room(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Go) -> Reply:
    """The same, by a button, perhaps another page."""
    await step_aside(state)
    return Reply(await _room(desk, pressed.page))


@router.callback_query(Pressed(AddToCompare))
async def add(query: CallbackQuery, desk: Desk, pressed: AddToCompare) -> Reply:
    """A product stands beside the others; its page leads on to them."""
    count = await put_beside(desk.books, desk.person, pressed.product_id)
    page = await page_of(desk, pressed.product_id, pressed.search, count)
    return Reply(page, toast=product.added_to_compare(desk.reader, count))


@router.callback_query(Pressed(TakeAway))
async def take_away(query: CallbackQuery, desk: Desk, pressed: TakeAway) -> Reply:
    """One product less, or none left."""
    kept = await desk.books.compared.of(desk.person.id)
    gone = [pressed.product_id] if pressed.product_id else kept
    await desk.books.compared.remove(desk.person.id, gone)
    return Reply(await _room(desk))


@router.callback_query(Pressed(ShowRfq))
async def show_rfq(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowRfq) -> Reply:
    """The answers as they stand now."""
    await step_aside(state)
    return Reply(await _rfq(desk, pressed.rfq_id, pressed.page))


@router.callback_query(Pressed(BringRfq))
async def bring_rfq(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringRfq) -> Reply:
    """The same below a card, which stays."""
    await step_aside(state)
    return Reply(await _rfq(desk, pressed.rfq_id), place=Place.BELOW)


@router.callback_query(Pressed(MakeFile))
async def make_file(query: CallbackQuery, desk: Desk, pressed: MakeFile) -> Reply:
    """The comparison as it stands now, as a file below."""
    books, person = desk.books, desk.person
    if pressed.rfq_id:
        found = await comparison_of_rfq(books, person, pressed.rfq_id)
    else:
        found = await comparison_of_products(books, person)
    if not found.quotes:
        raise NotFound(what="comparison")
    return Reply(comparison_file(desk.reader, found, pressed.kind), place=Place.BELOW)


async def _room(desk: Desk, page: int = 0) -> Screen:
    found = await comparison_of_products(desk.books, desk.person)
    return compare_room.room(desk.reader, found, await inquiries_of(desk.books, desk.person), page)


async def _rfq(desk: Desk, rfq_id: int, page: int = 0) -> Screen:
    return comparison.rfq(desk.reader, await comparison_of_rfq(desk.books, desk.person, rfq_id), page)
