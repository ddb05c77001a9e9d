"""Freight: what each way to ship costs, to which country, and the way into an offer."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.freight.zones import COUNTRIES
from domain.quantity import Quantity, Unit
from domain.terms import TermsDraft
from handlers.bargains import stale_card
from handlers.desk import Desk, Place, Reply
from handlers.drafts import about_offer, about_product, keep, open_form, opened_form
from handlers.filters import Pressed
from handlers.freight_looking import Looking, asked, below, opened, shown, with_stated
from services.drafting import Form, OfferDraft, answered
from services.freight_case import Wanted
from services.matter import About
from services.negotiating import Negotiating
from services.refusals import DraftGone, NotFound
from views import offer_form
from views.callback_data.freight import AskDestination, BringFreight, ChooseDestination, ShipBy, ShowFreight

router = Router(name="freight")


@router.callback_query(Pressed(BringFreight))
async def bring(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringFreight) -> Reply:
    """The ways to ship, below the card or the offer form, to which Back leads."""
    draft = await _draft_of(desk, state, pressed)
    return below(await shown(desk, state, await opened(state, _looking(pressed), draft)))


@router.callback_query(Pressed(ShowFreight))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowFreight) -> Reply:
    """The ways to ship this quantity; from a product's page without one."""
    looking = _looking(pressed, pressed.search)
    known = await (with_stated if pressed.count else opened)(state, looking)
    return await shown(desk, state, known)


@router.callback_query(Pressed(AskDestination))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskDestination) -> Reply:
    """Asks for another country."""
    return await asked(desk, state, await with_stated(state, _looking(pressed)))


@router.callback_query(Pressed(ChooseDestination))
async def choose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ChooseDestination) -> Reply:
    """The country is remembered, for this and every other product."""
    if pressed.country not in COUNTRIES:
        raise NotFound(what="button")
    await desk.books.freight.set_destination(desk.person.id, pressed.country, desk.books.now)
    return await shown(desk, state, await with_stated(state, _looking(pressed)))


@router.callback_query(Pressed(ShipBy))
async def ship_by(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShipBy) -> Reply:
    """The way goes into the offer under way, or into a new one, which is shown below."""
    about = await _about(desk, pressed)
    stale = await stale_card(desk, about.negotiation_id, about.version) if about.negotiation_id else None
    if stale:
        return stale
    form = await _form(desk, state, about)
    form = answered(form, _part(form, pressed))
    await keep(state, form.draft)
    return Reply(offer_form.form(desk.reader, form), place=Place.BELOW)


_Press = BringFreight | ShowFreight | AskDestination | ChooseDestination


def _looking(pressed: _Press, search: str = "") -> Looking:
    return Looking(Wanted(pressed.product_id, pressed.negotiation_id, pressed.count), search)


async def _draft_of(desk: Desk, state: FSMContext, pressed: BringFreight) -> str:
    """The key of the form that the button stands on, if it is still under way; a card's names no quantity."""
    try:
        about = (await opened_form(desk, state)).draft.about
    except DraftGone:
        return ""
    is_meant = (about.product_id, about.negotiation_id) == (pressed.product_id, pressed.negotiation_id)
    return about.key if is_meant and pressed.count else ""


async def _about(desk: Desk, pressed: ShipBy) -> About:
    if not pressed.negotiation_id:
        return about_product(pressed.product_id)
    negotiation, _ = await Negotiating(desk.books, desk.person).see(pressed.negotiation_id)
    return about_offer(negotiation.id, negotiation.offer.number)


async def _form(desk: Desk, state: FSMContext, about: About) -> Form:
    """The form about the same goods if one is under way, be it to several suppliers; else a new one."""
    try:
        form = await opened_form(desk, state)
    except DraftGone:
        return await _new_form(desk, state, about)
    under_way = form.draft.about
    is_meant = under_way == about or (about.product_id and under_way.product_id == about.product_id)
    return form if is_meant else await _new_form(desk, state, about)


async def _new_form(desk: Desk, state: FSMContext, about: About) -> Form:
    draft = OfferDraft(about)
    return await open_form(desk, state, draft.ask() if about.negotiation_id else draft)


def _part(form: Form, pressed: ShipBy) -> TermsDraft:
    """The way, and the quantity it was estimated for where that is another than the offer's."""
    unit = Unit(form.matter.goods.unit)
    is_same = form.whole.quantity.count == pressed.count
    return TermsDraft(shipping=pressed.method, quantity=None if is_same else Quantity(pressed.count, unit))
