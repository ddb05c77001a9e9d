"""Goods travel because of a claim: back to the seller, or in their place to the buyer; carrier and number."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.carriers import CarrierUnusable, TrackingUnusable
from domain.lifecycle import Deed
from domain.people import Side
from domain.refusal import Refusal
from handlers.claiming import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.gathering import listen, start
from handlers.searches import step_aside
from handlers.states import Returning as Stand
from language.clean import clean
from services.claim_case import ClaimCase, claim_case_of
from services.claim_deeds import ClaimTarget
from services.evidence import Purpose
from services.gathering import Gathering
from services.parcel_form import ParcelForm, from_record, to_record
from services.refusals import DraftGone
from services.returning import Returning
from views import parcel_form as views
from views.callback_data.returns import BeginParcel, PickParcelCarrier, SendParcel
from views.markup import escape
from views.refusals import refusal_text
from views.screen import Screen

router = Router(name="return_parcels")
listen(router, Stand.parcel)
_KEY: Final = "parcel"
_DEEDS: Final = {Side.BUYER: Deed.SEND_BACK, Side.SELLER: Deed.SEND_REPLACEMENT}


@router.callback_query(Pressed(BeginParcel))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BeginParcel) -> Reply:
    """Who carries the goods? The card stays above."""
    form = ParcelForm(pressed.claim_id, pressed.version)
    case = await claim_case_of(desk.books, desk.person, form.claim_id)
    stale = await stale_card(desk, _target(form), _DEEDS[case.side])
    if stale:
        return stale
    await _keep(state, form)
    return Reply(views.parcel_question(desk.reader, case, form), place=Place.BELOW)


@router.callback_query(Pressed(PickParcelCarrier))
async def pick(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PickParcelCarrier) -> Reply:
    """One of the usual carriers."""
    form = (await _opened(state, pressed.claim_id)).by(pressed.carrier)
    return await _next(desk, state, form)


@router.message(StateFilter(Stand.parcel), Words())
async def answer(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A carrier, its number, or both in one line; what does not fit is asked for again."""
    form = await _opened(state)
    try:
        return await _next(desk, state, form.typed(clean(words)))
    except (CarrierUnusable, TrackingUnusable) as refusal:
        return await _asked(desk, form, refusal)


@router.callback_query(Pressed(SendParcel))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendParcel) -> Reply:
    """The goods left; the other side is told. A form that changed since is shown again instead."""
    form = await _opened(state, pressed.claim_id)
    if not form.is_ready or form.waybill is None or form.token != pressed.token:
        return await _asked(desk, form)
    case = await claim_case_of(desk.books, desk.person, form.claim_id)
    returning, target = Returning(desk.books, desk.person), _target(form)
    deed = returning.send_back if case.side is Side.BUYER else returning.send_replacement
    await step_aside(state)
    await state.update_data({_KEY: None})
    await Gathering(desk.books, desk.person).done(form.bundle_id)
    return await shown(desk, deed(target, form.waybill), target)


async def parcel_under_way(desk: Desk, state: FSMContext, claim_id: int) -> Reply | None:
    """The present question about goods of this claim; None when they are not asked about."""
    record = (await state.get_data()).get(_KEY)
    if record is None or record["claim_id"] != claim_id:
        return None
    return await _asked(desk, from_record(record))


async def _next(desk: Desk, state: FSMContext, form: ParcelForm) -> Reply:
    """Once carrier and number are known, photos of the parcel are kept as they come."""
    if form.is_ready and not form.bundle_id:
        case = await claim_case_of(desk.books, desk.person, form.claim_id)
        gathering = Gathering(desk.books, desk.person)
        bundle = await gathering.begin(Purpose.RETURN, case.order.id, form.claim_id)
        form = replace(form, bundle_id=bundle.id)
        await start(state, bundle, Stand.parcel)
    await _keep(state, form)
    return await _asked(desk, form)


async def _asked(desk: Desk, form: ParcelForm, refusal: Refusal | None = None) -> Reply:
    case = await claim_case_of(desk.books, desk.person, form.claim_id)
    return Reply(_screen(desk, case, form, refusal))


def _screen(desk: Desk, case: ClaimCase, form: ParcelForm, refusal: Refusal | None) -> Screen:
    if form.is_ready and refusal is None:
        return views.parcel_review(desk.reader, case, form)
    problem = escape(refusal_text(desk.reader, refusal)) if refusal else ""
    return views.parcel_question(desk.reader, case, form, problem)


async def _keep(state: FSMContext, form: ParcelForm) -> None:
    await state.update_data({_KEY: to_record(form)})
    await state.set_state(Stand.parcel)


async def _opened(state: FSMContext, claim_id: int = 0) -> ParcelForm:
    """The form under way. Raises DraftGone when there is none, or it is about another claim."""
    record = (await state.get_data()).get(_KEY)
    if record is None or claim_id not in (0, record["claim_id"]):
        raise DraftGone
    return from_record(record)


def _target(form: ParcelForm) -> ClaimTarget:
    return ClaimTarget(form.claim_id, form.version)
