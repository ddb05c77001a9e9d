"""The shortlist: suppliers for one inquiry, ticked by buttons; then the inquiry is written."""

from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.drafts import about_several, open_form
from handlers.filters import Pressed
from handlers.searches import step_aside
from language.clean import clean
from services.comparing.listing import from_compared, from_words, instead_of, instead_of_sample
from services.comparing.shortlist import (
    Shortlist,
    leading,
    shortlist_of,
    shortlist_record,
    starting_terms,
)
from services.drafting import OfferDraft
from services.negotiating import Negotiating
from services.offer_fields import FIELDS, Field, filled_fields
from services.refusals import DraftGone
from views import offer_form
from views import shortlist as views
from views.callback_data.comparing import AskSeveral, OtherSuppliers, Tick, TurnShortlist, WriteInquiry

router = Router(name="shortlisting")
_KEY: Final = "shortlist"


@router.callback_query(Pressed(AskSeveral))
async def ask_several(query: CallbackQuery, desk: Desk, state: FSMContext) -> Reply:
    """Suppliers of the products put side by side; the comparison stays above."""
    await step_aside(state)
    return await _opened(desk, state, await from_compared(desk.books, desk.person))


@router.callback_query(Pressed(OtherSuppliers))
async def find_others(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OtherSuppliers) -> Reply:
    """Other suppliers than the one of this negotiation; its card stays above."""
    await step_aside(state)
    found = await instead_of(desk.books, desk.person, pressed.negotiation_id)
    return await _opened(desk, state, found)


@router.callback_query(Pressed(TurnShortlist))
async def turn(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TurnShortlist) -> Reply:
    """Another page."""
    return await _shown(desk, await _kept(state, pressed.shortlist), pressed.page)


@router.callback_query(Pressed(Tick))
async def tick(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Tick) -> Reply:
    """One more or one less."""
    ticked = (await _kept(state, pressed.shortlist)).toggled(pressed.product_id)
    await _keep(state, ticked)
    return await _shown(desk, ticked, pressed.page)


@router.callback_query(Pressed(WriteInquiry))
async def write(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: WriteInquiry) -> Reply:
    """The offer form, about everything that is ticked; the list stays above.

    What was kept of an earlier negotiation need not be said again: of that only what does not fit is asked.
    """
    shortlist = await _kept(state, pressed.shortlist)
    leader = leading(await desk.books.catalogue.products(shortlist.chosen), shortlist.terms)
    terms = starting_terms(shortlist.terms, leader)
    about = about_several(leader.id, shortlist.chosen)
    form = await open_form(desk, state, OfferDraft(about, terms, _to_ask(shortlist, filled_fields(terms))))
    return Reply(offer_form.form(desk.reader, form), place=Place.BELOW)


async def list_words(desk: Desk, state: FSMContext, words: str) -> Reply:
    """Suppliers of what the words name."""
    return await _opened(desk, state, await from_words(desk.books, desk.person, clean(words)))


async def list_instead(desk: Desk, state: FSMContext, order_id: int) -> Reply:
    """Other suppliers than the one of this sample; its card stays above."""
    await step_aside(state)
    return await _opened(desk, state, await instead_of_sample(desk.books, desk.person, order_id))


def _to_ask(shortlist: Shortlist, filled: tuple[Field, ...]) -> tuple[Field, ...]:
    asked = FIELDS if not shortlist.negotiation_id else (Field.QUANTITY, Field.PRICE)
    return tuple(field for field in asked if field not in filled)


async def _opened(desk: Desk, state: FSMContext, shortlist: Shortlist) -> Reply:
    if not shortlist.product_ids:
        return Reply(views.nobody(desk.reader), place=Place.BELOW)
    await _keep(state, shortlist)
    return Reply((await _shown(desk, shortlist, 0)).screen, place=Place.BELOW)


async def _shown(desk: Desk, shortlist: Shortlist, page: int) -> Reply:
    first = page * views.PAGE_SIZE
    products = await desk.books.catalogue.products(shortlist.product_ids[first : first + views.PAGE_SIZE])
    suppliers = [product.supplier.id for product in products]
    kept_from = None
    if shortlist.negotiation_id:
        kept_from, _ = await Negotiating(desk.books, desk.person).see(shortlist.negotiation_id)
    reachable = await desk.books.people.reachable_suppliers(suppliers)
    return Reply(views.shortlist(desk.reader, views.Listed(shortlist, products, page, reachable, kept_from)))


async def _keep(state: FSMContext, shortlist: Shortlist) -> None:
    await state.update_data({_KEY: shortlist_record(shortlist)})


async def _kept(state: FSMContext, shortlist_id: str) -> Shortlist:
    """The list under way. Raises DraftGone when there is none, or the button is of another."""
    record = (await state.get_data()).get(_KEY)
    shortlist = shortlist_of(record) if record else None
    if shortlist is None or shortlist.id != shortlist_id:
        raise DraftGone()
    return shortlist
