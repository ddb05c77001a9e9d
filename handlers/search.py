"""Search: words typed anywhere outside a conversation, pages, order and nearest words."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people import Side
from handlers.desk import Desk, Place, Reply
from handlers.filters import Command, Pressed, Words
from handlers.remembered import Remembered
from handlers.searches import Search, remember, step_aside
from handlers.states import Freighting, Listing, Searching
from language.clean import clean
from services.searching import SearchQuery
from views import search as views
from views import search_filters
from views.callback_data.navigation import Go, Room
from views.callback_data.search import (
    BrowseAll,
    ClearFilters,
    SearchNearest,
    SetFilter,
    SetSort,
    ShowFilter,
    ShowFilters,
    ShowResults,
    ShowSorts,
)
from views.screen import Screen

router = Router(name="search")
too_old = Router(name="too_old")
"""Buttons of searches that nobody remembers; comes after every other router of the search."""

MOST_CHARACTERS: Final = 200


@router.message(Command("search"))
async def search_command(message: Message, argument: str, desk: Desk, state: FSMContext) -> Reply:
    """/search with words searches; alone it asks for them."""
    await step_aside(state)
    if not argument:
        return Reply(views.ask_for_words(desk.reader))
    return Reply(await search_words(desk, state, argument))


@router.callback_query(Pressed(Go, room=Room.SEARCH))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext) -> Reply:
    """Asks for words."""
    await step_aside(state)
    return Reply(views.ask_for_words(desk.reader))


@router.callback_query(Pressed(BrowseAll))
async def browse(query: CallbackQuery, desk: Desk, state: FSMContext) -> Reply:
    """Everything, the best standing first."""
    return Reply(await show(desk, state, SearchQuery()))


@router.message(StateFilter(None, Listing.orders), Words())
async def search_plainly(message: Message, words: str, desk: Desk, state: FSMContext) -> Reply:
    """A plain message is a search."""
    return Reply(await search_words(desk, state, words))


@router.callback_query(Remembered(ShowResults))
async def turn(
    query: CallbackQuery, pressed: ShowResults, search: Search, desk: Desk, state: FSMContext
) -> Reply:
    """Another page, or back to the results."""
    page = pressed.page or search.query.page
    return Reply(await show(desk, state, replace(search.query, page=page)))


@router.callback_query(Remembered(ShowSorts))
async def show_sorts(query: CallbackQuery, search: Search, desk: Desk) -> Reply:
    """The orders there are."""
    return Reply(search_filters.sorts(desk.reader, search_filters.Asked(search.id, search.query)))


@router.callback_query(Remembered(SetSort))
async def set_sort(
    query: CallbackQuery, pressed: SetSort, search: Search, desk: Desk, state: FSMContext
) -> Reply:
    """The results in another order, from the first page."""
    return Reply(await show(desk, state, replace(search.query, sort=pressed.sort, page=1)))


@router.callback_query(Remembered(SearchNearest))
async def search_nearest(
    query: CallbackQuery, pressed: SearchNearest, search: Search, desk: Desk, state: FSMContext
) -> Reply:
    """A search for the words offered."""
    if not 0 <= pressed.place < len(search.nearest):
        return forgotten(desk)
    return Reply(await show(desk, state, replace(search.query, text=search.nearest[pressed.place], page=1)))


@too_old.callback_query(Pressed(ShowResults))
@too_old.callback_query(Pressed(ShowFilters))
@too_old.callback_query(Pressed(ShowFilter))
@too_old.callback_query(Pressed(SetFilter))
@too_old.callback_query(Pressed(ClearFilters))
@too_old.callback_query(Pressed(ShowSorts))
@too_old.callback_query(Pressed(SetSort))
@too_old.callback_query(Pressed(SearchNearest))
async def say_too_old(query: CallbackQuery, desk: Desk) -> Reply:
    """The search is forgotten: asks for the words again."""
    return forgotten(desk)


def forgotten(desk: Desk) -> Reply:
    """The answer to a button that leads to nothing any more."""
    toast = views.search_forgotten(desk.reader)
    return Reply(views.ask_for_words(desk.reader), toast=toast, place=Place.BELOW)


async def search_words(desk: Desk, state: FSMContext, words: str) -> Screen:
    """The results of words as typed."""
    text = " ".join(clean(words).split())[:MOST_CHARACTERS]
    if not text:
        return views.ask_for_words(desk.reader)
    return await show(desk, state, SearchQuery(text))


async def show(desk: Desk, state: FSMContext, query: SearchQuery) -> Screen:
    """A page of results, remembered; an open filter is left."""
    page = await desk.books.search.find(query)
    products = await desk.books.catalogue.products(page.product_ids)
    search = Search(replace(query, page=page.page), page.suggestions)
    await leave_filter(state)
    await remember(state, search)
    talks_as = await _talks_as(desk) if page.dropped or not page.count else None
    return views.results(desk.reader, views.Found(search.id, search.query, page, products, talks_as))


async def _talks_as(desk: Desk) -> Side | None:
    """Words that are hardly a search may be meant for the other side."""
    if desk.person.is_seller:
        return Side.SELLER
    negotiations, _ = await desk.books.negotiations.waiting(desk.person)
    return Side.BUYER if negotiations else None


async def leave_filter(state: FSMContext) -> None:
    """Typed words mean a search again; any other conversation stays as it is."""
    where = await state.get_state()
    if where in Searching or where in Freighting:
        await state.set_state(None)
