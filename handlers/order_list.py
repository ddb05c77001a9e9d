"""/orders: filters, pages, an order by its number, and the order book as a file."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.china import china_day
from domain.people import Side
from handlers.desk import Desk, Place, Reply
from handlers.filters import Command, Pressed, Words
from handlers.order_cards import order_card
from handlers.searches import step_aside
from handlers.states import Listing
from language.order_number import order_number
from services.cases import order_case_of
from services.notices import News, Notice
from services.order_book import MOST_ORDERS, BookFormat, BookWish, span_of
from services.order_list import OrderFilter
from services.pages import page_at
from services.refusals import NotFound
from views import order_book as books_view
from views import order_list as views
from views.callback_data.navigation import BringOrders, Go, Room
from views.callback_data.order_list import ExportOrders, ListOrders, MakeBook

router = Router(name="order_list")


class NamesOrder(Filter):
    """Words that are an order's number and no reply to anything; in the list bare digits are one, too."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "an order's number"

    async def __call__(self, message: Message, state: FSMContext) -> bool | dict[str, Any]:
        """Whether they are; with the order's id."""
        if message.reply_to_message is not None:
            return False
        is_listing = await state.get_state() == Listing.orders.state
        number = order_number(message.text or "", alone=is_listing)
        return {"order_id": number} if number else False


@router.message(Command("orders"))
async def open_orders(message: Message, argument: str, desk: Desk, state: FSMContext) -> Reply:
    """The first page; with a number that order."""
    await step_aside(state)
    number = order_number(argument, alone=True) if argument else None
    return await _numbered(desk, number) if number else await _orders(desk, state, OrderFilter.ALL, 0)


@router.callback_query(Pressed(Go, room=Room.ORDERS))
async def turn_orders(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Go) -> Reply:
    """A page of all, by a button."""
    return await _orders(desk, state, OrderFilter.ALL, pressed.page)


@router.callback_query(Pressed(ListOrders))
async def filter_orders(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListOrders) -> Reply:
    """A page of those that pass a filter."""
    return await _orders(desk, state, pressed.shown, pressed.page)


@router.callback_query(Pressed(BringOrders))
async def bring_orders(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringOrders) -> Reply:
    """The first page below an order's card, which stays."""
    return replace(await _orders(desk, state, OrderFilter.ALL, 0), place=Place.BELOW)


@router.message(StateFilter(None, Listing.orders), NamesOrder(), Words())
async def find_order(message: Message, desk: Desk, order_id: int) -> Reply:
    """The order of this number, if it is the person's."""
    return await _numbered(desk, order_id)


@router.callback_query(Pressed(ExportOrders))
async def ask_format(query: CallbackQuery, desk: Desk, pressed: ExportOrders) -> Reply:
    """Which orders, as what."""
    sides = tuple(Side) if desk.person.is_seller else (Side.BUYER,)
    shelves = [await _shelf(desk, side) for side in sides]
    filled = [shelf for shelf in shelves if shelf.count] or shelves[:1]
    return Reply(books_view.ask_format(desk.reader, filled), place=Place.BELOW)


@router.callback_query(Pressed(MakeBook))
async def make_book(query: CallbackQuery, desk: Desk, pressed: MakeBook) -> Reply:
    """The file follows as a letter, made for who the person is when it is sent."""
    wish = BookWish(pressed.side, pressed.format, pressed.year)
    desk.books.post.tell(desk.person.id, Notice(News.ORDER_BOOK, detail=wish.detail))
    return Reply(toast=books_view.being_made(desk.reader))


async def _orders(desk: Desk, state: FSMContext, shown: OrderFilter, number: int) -> Reply:
    await state.set_state(Listing.orders)
    tally = await desk.books.order_list.tally(desk.person)
    number = page_at(number, tally[shown], views.PAGE_SIZE)
    ids = await desk.books.order_list.page(desk.person, shown, number, views.PAGE_SIZE)
    cases = [await order_case_of(desk.books, desk.person, each) for each in ids]
    has_bought = desk.person.is_seller and any(case.side is Side.BUYER for case in cases)
    page = views.OrderPage(shown, number, tally, names_sides=has_bought)
    return Reply(views.orders(desk.reader, cases, page))


async def _numbered(desk: Desk, order_id: int) -> Reply:
    try:
        return await order_card(desk, order_id)
    except NotFound:
        return Reply(views.not_yours(desk.reader, order_id))


async def _shelf(desk: Desk, side: Side) -> books_view.Shelf:
    """The years are only asked for where there are too many orders."""
    span = span_of(desk.person, BookWish(side, BookFormat.CSV))
    count = await desk.books.order_books.count(span)
    if count <= MOST_ORDERS:
        return books_view.Shelf(side, count)
    first = (await desk.books.order_books.after(span, 0, 1))[0]
    years = range(china_day(first.placed_at).year, china_day(desk.books.now).year + 1)
    return books_view.Shelf(side, count, tuple(reversed(years)))
