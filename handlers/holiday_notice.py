"""A supplier's holiday notice: shown, given by a press or in a line, taken back."""

from datetime import date
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.catalogue import Supplier
from domain.china import china_day
from domain.holiday_notice import MOST_DAYS, MOST_WORDS, HolidayNotice, HolidayUnusable
from domain.refusal import Refusal
from handlers.desk import Desk, Reply
from handlers.filters import Pressed, Words
from handlers.states import Stocking
from language.clean import clean
from language.days_off import read_days_off
from services.holiday_notices import HolidayNotices
from views import holiday_notice as views
from views.callback_data.stall import SetHoliday, ShowHoliday

router = Router(name="holiday_notice")

_KEY: Final = "closed"


@router.callback_query(Pressed(ShowHoliday))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowHoliday) -> Reply:
    """What buyers are told; typed words give another notice."""
    return await _shown(desk, state, await HolidayNotices(desk.books, desk.person).of(pressed.supplier_id))


@router.callback_query(Pressed(SetHoliday, first=0))
async def take_back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetHoliday) -> Reply:
    """There is no notice any more."""
    supplier = await HolidayNotices(desk.books, desk.person).take_back(pressed.supplier_id)
    reply = await _shown(desk, state, supplier)
    return Reply(reply.screen, toast=views.told(desk.reader, None))


@router.callback_query(Pressed(SetHoliday))
async def give(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SetHoliday) -> Reply:
    """One of China's holidays."""
    if max(pressed.first, pressed.last) > date.max.toordinal():
        raise HolidayUnusable(most=MOST_DAYS, characters=MOST_WORDS)
    notice = HolidayNotice(date.fromordinal(pressed.first), date.fromordinal(max(pressed.last, 1)))
    return await _given(desk, state, pressed.supplier_id, notice)


@router.message(StateFilter(Stocking.holiday), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The first and the last day, and what is said of them."""
    supplier_id = (await state.get_data())[_KEY]
    line = " ".join(clean(words).split())
    days = read_days_off(line, china_day(desk.books.now))
    try:
        if days is None:
            raise HolidayUnusable(most=MOST_DAYS, characters=MOST_WORDS)
        return await _given(desk, state, supplier_id, HolidayNotice(*days))
    except HolidayUnusable as refusal:
        supplier = await HolidayNotices(desk.books, desk.person).of(supplier_id)
        return await _shown(desk, state, supplier, refusal)


async def _given(desk: Desk, state: FSMContext, supplier_id: int, notice: HolidayNotice) -> Reply:
    supplier = await HolidayNotices(desk.books, desk.person).give(supplier_id, notice)
    reply = await _shown(desk, state, supplier)
    return Reply(reply.screen, toast=views.told(desk.reader, notice))


async def _shown(desk: Desk, state: FSMContext, supplier: Supplier, refusal: Refusal | None = None) -> Reply:
    await state.set_state(Stocking.holiday)
    await state.update_data({_KEY: supplier.id})
    ahead = HolidayNotices(desk.books, desk.person).ahead()
    return Reply(views.holiday_notice(desk.reader, supplier, ahead, refusal))
