"""/returns: a person's claims by pages, open or all, and those that he has begun to make."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, TelegramObject

from handlers.claim_drafts import begun_claims
from handlers.desk import Desk, Reply
from handlers.filters import Command, Pressed
from handlers.searches import step_aside
from services.claim_case import claim_case_of
from services.claim_list import ClaimFilter
from services.pages import page_at
from views import claim_list as views
from views.callback_data.claim_list import ListClaims
from views.callback_data.navigation import Go, Room

router = Router(name="claim_list")


@router.message(Command("returns"))
@router.callback_query(Pressed(Go, room=Room.RETURNS))
async def open_claims(event: TelegramObject, desk: Desk, state: FSMContext) -> Reply:
    """The first page of what is open."""
    return await _claims(desk, state, ClaimFilter.OPEN, 0)


@router.callback_query(Pressed(ListClaims))
async def turn(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListClaims) -> Reply:
    """A page of those that pass a filter."""
    return await _claims(desk, state, pressed.shown, pressed.page)


async def _claims(desk: Desk, state: FSMContext, shown: ClaimFilter, number: int) -> Reply:
    await step_aside(state)
    tally = await desk.books.claim_list.tally(desk.person)
    number = page_at(number, tally[shown], views.PAGE_SIZE)
    ids = await desk.books.claim_list.page(desk.person, shown, number, views.PAGE_SIZE)
    cases = [await claim_case_of(desk.books, desk.person, each) for each in ids]
    page = views.ClaimPage(shown, number, tally, await begun_claims(state))
    return Reply(views.claims(desk.reader, cases, page))
