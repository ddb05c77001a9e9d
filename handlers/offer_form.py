"""The offer form: opening, answering, changing and sending a draft."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.negotiation import Negotiation
from handlers.bargains import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.drafts import about_offer, about_product, keep, open_form, opened_form, pressed_form
from handlers.filters import Pressed, Words
from handlers.searches import leave
from handlers.several import several_sent
from handlers.states import Offering
from language.clean import clean
from services.drafting import Form, OfferDraft
from services.hearing import hear, recalled
from services.negotiating import Negotiating
from services.offer_fields import ASKED, Field
from services.pressing import pressed as press
from views import offer_form
from views.callback_data.navigation import StartInquiry
from views.callback_data.negotiation import CounterOffer
from views.callback_data.offer_form import ClearField, EditField, FillField, FormStep, SendOffer, Step

router = Router(name="offer_form")


@router.callback_query(Pressed(StartInquiry))
async def start_inquiry(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: StartInquiry) -> Reply:
    """An empty form, or one that asks first what to customize; the product's page stays above."""
    draft = OfferDraft(about_product(pressed.product_id))
    if pressed.customize:
        draft = draft.ask(Field.CUSTOMIZATION, *ASKED)
    form = await open_form(desk, state, draft)
    return Reply(offer_form.form(desk.reader, form), place=Place.BELOW)


@router.callback_query(Pressed(CounterOffer))
async def start_counter(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: CounterOffer) -> Reply:
    """The standing terms, to be changed; the card stays above."""
    stale = await stale_card(desk, pressed.negotiation_id, pressed.version)
    if stale:
        return stale
    draft = OfferDraft(about_offer(pressed.negotiation_id, pressed.version)).choose()
    form = await open_form(desk, state, draft)
    return Reply(offer_form.form(desk.reader, form), place=Place.BELOW)


@router.callback_query(Pressed(FillField))
async def fill_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: FillField) -> Reply:
    """A usual answer, or the reading meant."""
    form = await pressed_form(desk, state, query, pressed.about)
    return await _next(desk, state, recalled(press(form, pressed.field, pressed.value)))


@router.callback_query(Pressed(EditField))
async def edit_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: EditField) -> Reply:
    """One field is asked again."""
    form = await pressed_form(desk, state, query, pressed.about)
    return await _moved(desk, state, form, lambda draft: draft.ask(pressed.field))


@router.callback_query(Pressed(ClearField))
async def clear_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ClearField) -> Reply:
    """A field is left out of the offer, even if it stands."""
    form = await pressed_form(desk, state, query, pressed.about)
    return await _moved(desk, state, form, lambda draft: draft.clear(pressed.field))


@router.callback_query(Pressed(FormStep, step=Step.CANCEL))
async def cancel(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: FormStep) -> Reply:
    """The draft is given up."""
    return await _given_up(desk, state, await pressed_form(desk, state, query, pressed.about))


@router.callback_query(Pressed(FormStep))
async def step(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: FormStep) -> Reply:
    """Skip, back, to the fields or to the card; back from the first question leaves the form."""
    form = await pressed_form(desk, state, query, pressed.about)
    if pressed.step is Step.BACK and form.draft.is_at_start:
        return await _given_up(desk, state, form)
    moved = Form(_STEPS[pressed.step](form.draft), form.matter)
    return await _next(desk, state, recalled(moved) if pressed.step is Step.SKIP else moved)


@router.message(StateFilter(Offering.form), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """An answer to the question, or a whole line."""
    heard = hear(await opened_form(desk, state), clean(words))
    return await _next(desk, state, recalled(heard))


@router.callback_query(Pressed(SendOffer))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendOffer) -> Reply:
    """Sends what the card shows, once; a draft that changed since is shown again instead.

    The form becomes the offer's card, or the current one if it came too late.
    """
    form = await pressed_form(desk, state, query, pressed.about)
    if form.token != pressed.token:
        return Reply(offer_form.form(desk.reader, form), toast=offer_form.changed_since(desk.reader))
    await leave(state)
    if form.matter.several:
        return await several_sent(desk, form)
    reply = await shown(desk, _send(desk, form.draft), form.draft.about.negotiation_id)
    return replace(reply, place=Place.HERE)


_STEPS: Final[Mapping[Step, Callable[[OfferDraft], OfferDraft]]] = {
    Step.SKIP: OfferDraft.skip,
    Step.BACK: OfferDraft.back,
    Step.EDIT: OfferDraft.choose,
    Step.MORE: OfferDraft.choose_more,
    Step.CARD: OfferDraft.ask,
    Step.STAY: lambda draft: draft,
}


async def _moved(
    desk: Desk, state: FSMContext, form: Form, move: Callable[[OfferDraft], OfferDraft]
) -> Reply:
    return await _next(desk, state, Form(move(form.draft), form.matter))


async def _next(desk: Desk, state: FSMContext, form: Form) -> Reply:
    await keep(state, form.draft)
    return Reply(offer_form.form(desk.reader, form))


async def _given_up(desk: Desk, state: FSMContext, form: Form) -> Reply:
    await leave(state)
    return Reply(offer_form.left(desk.reader, form))


async def _send(desk: Desk, draft: OfferDraft) -> Negotiation:
    bargain = Negotiating(desk.books, desk.person)
    if draft.about.negotiation_id:
        return await bargain.counter(draft.about.target, draft.terms, draft.source)
    return await bargain.inquire(draft.about.product_id, draft.terms, draft.source)
