"""/samples: a person's requests and sample orders, on either side."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, TelegramObject

from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.searches import step_aside
from services.cases import order_case_of
from services.pages import page_at, pages_of
from services.sample_books import SampleEntry
from services.sample_case import sample_case_of
from views import sample_list as views
from views.callback_data.navigation import Go, Room
from views.callback_data.samples import ListSamples

router = Router(name="sample_list")


@router.message(Command("samples"))
@router.callback_query(Pressed(Go, room=Room.SAMPLES))
async def open_samples(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """The first page."""
    await step_aside(state)
    return await _samples(desk, 0)


@router.callback_query(Pressed(ListSamples))
async def turn(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListSamples) -> Reply:
    """A page, by a button."""
    await step_aside(state)
    return await _samples(desk, pressed.page)


async def _samples(desk: Desk, wanted: int) -> Reply:
    count = await desk.books.samples.count(desk.person)
    page = page_at(wanted, count, views.PAGE_SIZE)
    found = await desk.books.samples.page(desk.person, page, views.PAGE_SIZE)
    entries = [await _entry(desk, each) for each in found]
    return Reply(views.samples(desk.reader, entries, page, pages_of(count, views.PAGE_SIZE)))


async def _entry(desk: Desk, entry: SampleEntry) -> views.Entry:
    if entry.order_id:
        return await order_case_of(desk.books, desk.person, entry.order_id)
    return await sample_case_of(desk.books, desk.person, entry.request_id)
