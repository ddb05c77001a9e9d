"""A seller's inbox: /inbox and its button in the menu."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed, Sellers
from handlers.searches import step_aside
from services.waits import by_urgency
from views import inbox as views
from views.callback_data.inbox import ShowInbox, ShowWaiting

router = Router(name="inbox")


@router.message(Command("inbox"), Sellers())
async def open_inbox(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """All that waits, the most urgent first; a buyer's /inbox shows his negotiations."""
    await step_aside(state)
    return await _inbox(desk, views.Look())


@router.callback_query(Pressed(ShowInbox))
async def turn_inbox(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowInbox) -> Reply:
    """A page of it, by a button."""
    await step_aside(state)
    return await _inbox(desk, views.Look(page=pressed.page))


@router.callback_query(Pressed(ShowWaiting))
async def turn_kind(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowWaiting) -> Reply:
    """A page of one kind."""
    await step_aside(state)
    return await _inbox(desk, views.Look(pressed.kind, pressed.page))


async def _inbox(desk: Desk, look: views.Look) -> Reply:
    waiting = by_urgency(await desk.books.waits.of(desk.person), desk.books.now)
    return Reply(views.inbox(desk.reader, waiting, look))
