"""Words typed while freight is looked at: a quantity, a country, a weight, a size."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.people import Side
from handlers.desk import Desk, Reply
from handlers.filters import Words
from handlers.freight_looking import Looking, asked, looked_at, shown
from handlers.freight_statement import heard
from handlers.search import search_words
from handlers.searches import step_aside
from handlers.states import Freighting
from language.clean import clean
from language.countries import near_countries, read_country
from language.doubt import Doubt
from language.measures import read_package
from language.number import read_count
from language.numeral import NUMERALS
from services.freight_case import FreightCase, freight_case
from services.importing.unit_words import without_unit
from views.doubts import question
from views.fitting import shortened
from views.freight_destination import not_understood, unknown_country

router = Router(name="freight_words")

MOST_SHOWN: Final = 40


@router.message(StateFilter(Freighting.country), Words())
async def hear_country(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A country, in either language; one that is misspelt is suggested."""
    looking, text = await looked_at(state), clean(words)
    if looking is None:
        return Reply(await search_words(desk, state, words))
    country = read_country(text)
    if country is None:
        problem = unknown_country(desk.reader, shortened(text, MOST_SHOWN))
        return await asked(desk, state, looking, problem, near_countries(text))
    return await _sent_to(desk, state, looking, country)


@router.message(StateFilter(Freighting.open), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """What changes the estimate; a seller's figure; words without any figure are a new search."""
    looking, text = await looked_at(state), clean(words)
    if looking is None:
        return Reply(await search_words(desk, state, words))
    case = await freight_case(desk.books, desk.person, looking.wanted)
    said = heard(desk, case, text) if case.may_state else None
    if said:
        return said
    country = read_country(text)
    if country and case.side is Side.BUYER:
        return await _sent_to(desk, state, looking, country)
    if not _has_figure(text):
        await step_aside(state)
        return Reply(await search_words(desk, state, words))
    return await _measured(desk, state, looking, case, text)


async def _measured(desk: Desk, state: FSMContext, looking: Looking, case: FreightCase, text: str) -> Reply:
    """A weight, a size or a quantity; anything else changes nothing."""
    wanted, package = looking.wanted, read_package(text)
    if package:
        stated = package.completed(wanted.stated)
        return await shown(desk, state, replace(looking, wanted=replace(wanted, stated=stated)))
    count: int | Doubt = read_count(without_unit(text, case.product.unit))
    if not isinstance(count, int):
        problem = question(desk.reader, count) or not_understood(desk.reader)
        return await shown(desk, state, looking, problem)
    return await shown(desk, state, replace(looking, wanted=replace(wanted, count=count)))


async def _sent_to(desk: Desk, state: FSMContext, looking: Looking, country: str) -> Reply:
    await desk.books.freight.set_destination(desk.person.id, country, desk.books.now)
    return await shown(desk, state, looking)


def _has_figure(words: str) -> bool:
    return any(char.isdecimal() or char in NUMERALS for char in words)
