"""Narrowing a search: by buttons, or by typing a number or a range while a filter is open."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Reply
from handlers.filters import Words
from handlers.narrowing import ForgedValue, narrowed
from handlers.remembered import Remembered
from handlers.search import forgotten, leave_filter, search_words, show
from handlers.searches import Search, recall, step_aside
from handlers.states import Searching
from language.doubt import Term
from language.number import read_count
from language.numeral import NUMERALS
from language.price_range import PriceRange, read_price_range
from services.searching import Filters
from views import search_filters as views
from views.callback_data.search import ClearFilters, Narrowing, SetFilter, ShowFilter, ShowFilters
from views.doubts import question
from views.screen import Screen

router = Router(name="search_filters")

_OPEN: Final = "filtered_search"


@router.callback_query(Remembered(ShowFilters))
async def show_filters(query: CallbackQuery, search: Search, desk: Desk, state: FSMContext) -> Reply:
    """What is asked besides the words."""
    await leave_filter(state)
    page = await desk.books.search.find(search.query)
    return Reply(views.filters(desk.reader, views.Asked(search.id, search.query, page.count)))


@router.callback_query(Remembered(ShowFilter))
async def show_filter(
    query: CallbackQuery, pressed: ShowFilter, search: Search, desk: Desk, state: FSMContext
) -> Reply:
    """The choices of one filter; MOQ and price may be typed, which sets any other conversation aside."""
    typed = _TYPED.get(pressed.by)
    if typed:
        await step_aside(state)
        await state.set_state(typed)
        await state.update_data({_OPEN: search.id})
    return Reply(await _SCREENS[pressed.by](desk, search))


@router.callback_query(Remembered(SetFilter))
async def set_filter(
    query: CallbackQuery, pressed: SetFilter, search: Search, desk: Desk, state: FSMContext
) -> Reply:
    """One filter is set; the results follow."""
    try:
        filters = narrowed(search.query.filters, pressed.by, pressed.value)
    except ForgedValue:
        return forgotten(desk)
    return Reply(await _narrow(desk, state, search, filters))


@router.callback_query(Remembered(ClearFilters))
async def clear_filters(query: CallbackQuery, search: Search, desk: Desk, state: FSMContext) -> Reply:
    """Nothing is asked besides the words."""
    return Reply(await _narrow(desk, state, search, Filters()))


@router.message(StateFilter(Searching.moq), Words())
async def type_moq(message: Message, words: str, desk: Desk, state: FSMContext) -> Reply:
    """A typed MOQ; words without any figure are a new search."""
    search = await _open_search(state)
    if search is None or not _has_figure(words):
        return Reply(await search_words(desk, state, words))
    most = read_count(words, Term.MINIMUM)
    if not isinstance(most, int):
        return Reply(views.moq_filter(desk.reader, _asked(search), question(desk.reader, most)))
    return Reply(await _narrow(desk, state, search, replace(search.query.filters, moq_at_most=most)))


@router.message(StateFilter(Searching.price), Words())
async def type_price(message: Message, words: str, desk: Desk, state: FSMContext) -> Reply:
    """A typed range of prices; words without any figure are a new search."""
    search = await _open_search(state)
    if search is None or not _has_figure(words):
        return Reply(await search_words(desk, state, words))
    prices = read_price_range(words)
    if not isinstance(prices, PriceRange):
        return Reply(views.price_filter(desk.reader, _asked(search), question(desk.reader, prices)))
    asked = search.query.filters
    currency = prices.currency or asked.currency
    filters = replace(asked, price_from=prices.low, price_to=prices.high, currency=currency)
    return Reply(await _narrow(desk, state, search, filters))


async def _narrow(desk: Desk, state: FSMContext, search: Search, filters: Filters) -> Screen:
    return await show(desk, state, replace(search.query, filters=filters, page=1))


async def _open_search(state: FSMContext) -> Search | None:
    return await recall(state, (await state.get_data()).get(_OPEN, ""))


def _has_figure(words: str) -> bool:
    return any(char.isdecimal() or char in NUMERALS for char in words)


def _asked(search: Search) -> views.Asked:
    return views.Asked(search.id, search.query)


async def _moq(desk: Desk, search: Search) -> Screen:
    return views.moq_filter(desk.reader, _asked(search))


async def _price(desk: Desk, search: Search) -> Screen:
    return views.price_filter(desk.reader, _asked(search))


async def _origin(desk: Desk, search: Search) -> Screen:
    origins = await desk.books.search.origins(search.query)
    anywhere = replace(search.query, filters=replace(search.query.filters, province=""))
    count = sum(found for _, found in origins) or (await desk.books.search.find(anywhere)).count
    return views.origin_filter(desk.reader, views.Asked(search.id, search.query, count), origins)


async def _qualification(desk: Desk, search: Search) -> Screen:
    return views.qualification_filter(desk.reader, _asked(search))


_TYPED: Final[Mapping[Narrowing, State]] = {
    Narrowing.MOQ: Searching.moq,
    Narrowing.PRICE: Searching.price,
}
_SCREENS: Final[Mapping[Narrowing, Callable[[Desk, Search], Awaitable[Screen]]]] = {
    Narrowing.MOQ: _moq,
    Narrowing.PRICE: _price,
    Narrowing.ORIGIN: _origin,
    Narrowing.QUALIFICATION: _qualification,
}
