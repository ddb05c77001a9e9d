"""Negotiations that are open, and those that are over: /negotiations and /inbox."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.searches import step_aside
from services.cases import case_of
from services.comparing.marking import marked
from services.pages import page_at, pages_of
from views import lists
from views.callback_data.navigation import Go, Room
from views.lists import PAGE_SIZE, Page

router = Router(name="lists")


@router.message(Command("negotiations", "inbox"))
async def open_negotiations(message: Message, desk: Desk, state: FSMContext) -> Reply:
    """The first page."""
    await step_aside(state)
    return await _negotiations(desk, 0)


@router.callback_query(Pressed(Go, room=Room.NEGOTIATIONS))
async def turn_negotiations(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Go) -> Reply:
    """A page, by a button."""
    await step_aside(state)
    return await _negotiations(desk, pressed.page)


@router.callback_query(Pressed(Go, room=Room.ENDED))
async def turn_ended(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Go) -> Reply:
    """A page of what is over."""
    await step_aside(state)
    page = _page(Room.ENDED, pressed.page, await desk.books.negotiations.count_ended(desk.person))
    found = await desk.books.negotiations.ended(desk.person, page.number, PAGE_SIZE)
    cases = [await case_of(desk.books, desk.person, each.id) for each in found]
    return Reply(lists.ended(desk.reader, cases, page))


async def _negotiations(desk: Desk, number: int) -> Reply:
    count, waiting = await desk.books.negotiations.waiting(desk.person)
    page = replace(_page(Room.NEGOTIATIONS, number, count), by_seller=desk.person.is_seller)
    found = await desk.books.negotiations.of_person(desk.person, page.number, PAGE_SIZE)
    seen = [await case_of(desk.books, desk.person, each.id) for each in found]
    cases = await marked(desk.books, seen)
    return Reply(lists.negotiations(desk.reader, cases, page, waiting))


def _page(room: Room, wanted: int, count: int) -> Page:
    """The wanted page, or the last one when there are fewer by now."""
    return Page(room, page_at(wanted, count, PAGE_SIZE), pages_of(count, PAGE_SIZE))
