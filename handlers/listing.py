"""A new listing: photo, title, prices and the rest, one by one or in one line, then a preview to publish."""

from collections.abc import Callable, Mapping
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.policy import Right
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.stall import shown
from handlers.states import Stocking
from language.clean import clean
from services.listing_answers import AnswerUnread
from services.listing_check import product_of
from services.listing_draft import ListingDraft, draft_of, draft_record, heard
from services.listing_fields import ListingField
from services.listing_values import answer_of, categories_of
from services.own_suppliers import owned
from services.pictures import PHOTO_MARK
from services.refusals import DraftGone
from services.said import Kind, Said
from services.stall import Stall
from views import listing_form as views
from views import stall
from views.callback_data.stall import (
    AddListing,
    AnswerListing,
    AskListing,
    PublishListing,
    Step,
    StepListing,
)

router = Router(name="listing")

_KEY: Final = "listing"


@router.callback_query(Pressed(AddListing))
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AddListing) -> Reply:
    """The first question, below the list; a listing that was begun goes on."""
    await owned(desk.books, desk.person, pressed.supplier_id, Right.PRODUCTS)
    begun = await _begun(state)
    is_same = begun is not None and begun.supplier_id == pressed.supplier_id
    reply = await _next(desk, state, begun if begun and is_same else ListingDraft(pressed.supplier_id))
    return Reply(reply.screen, place=Place.BELOW)


@router.callback_query(Pressed(AnswerListing))
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerListing) -> Reply:
    """A usual answer; one to an earlier question shows what is asked now."""
    draft = await _draft(state)
    if draft.current is not pressed.field:
        return await _stale(desk, state, draft)
    said = await answer_of(desk.books, draft.supplier_id, pressed.field, pressed.value)
    return await _hear(desk, state, draft, said)


@router.callback_query(Pressed(AskListing))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskListing) -> Reply:
    """A field is asked once more."""
    return await _next(desk, state, (await _draft(state)).ask(pressed.field))


@router.callback_query(Pressed(StepListing, step=Step.CANCEL))
async def cancel(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: StepListing) -> Reply:
    """The listing is given up."""
    draft = await _draft(state)
    await _forget(state)
    return Reply(views.given_up(desk.reader, draft.supplier_id))


@router.callback_query(Pressed(StepListing, step=Step.EDIT))
async def choose_field(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: StepListing) -> Reply:
    """What of the preview is to be changed?"""
    draft = await _draft(state)
    supplier = await owned(desk.books, desk.person, draft.supplier_id, Right.PRODUCTS)
    return Reply(views.what_to_change(desk.reader, product_of(supplier, draft.written)))


@router.callback_query(Pressed(StepListing))
async def step(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: StepListing) -> Reply:
    """Skip one or all, back, or to the preview; back from the first question leads to the list."""
    draft = await _draft(state)
    if pressed.step is Step.PREVIEW:
        return await _next(desk, state, draft)
    if draft.current is not pressed.field:
        return await _stale(desk, state, draft)
    if pressed.step is Step.BACK and draft.is_at_start and not draft.again:
        return await shown(desk, state, draft.supplier_id)
    return await _next(desk, state, _STEPS[pressed.step](draft))


@router.message(StateFilter(Stocking.listing), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """An answer to the question, or a whole line."""
    return await _hear(desk, state, await _draft(state), clean(words))


@router.message(StateFilter(Stocking.listing), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo, whichever question it comes in between."""
    draft = await _draft(state)
    if said.kind is not Kind.PHOTO or said.file is None:
        return Reply(views.photo_wanted(desk.reader))
    return await _next(desk, state, draft.show(f"{PHOTO_MARK}{said.file.id}"))


@router.callback_query(Pressed(PublishListing))
async def publish(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PublishListing) -> Reply:
    """Lists what the preview shows, once; a listing that changed since is shown again instead."""
    draft = await _draft(state)
    if draft.token != pressed.token:
        return await _stale(desk, state, draft)
    product = await Stall(desk.books, desk.person).publish(draft.supplier_id, draft.written)
    await _forget(state)
    screen = stall.listed(desk.reader, product, desk.books.now)
    return Reply(screen, toast=views.published(desk.reader))


_STEPS: Final[Mapping[Step, Callable[[ListingDraft], ListingDraft]]] = {
    Step.SKIP: ListingDraft.skip,
    Step.REST: ListingDraft.skip_all,
    Step.BACK: ListingDraft.back,
}


async def _hear(desk: Desk, state: FSMContext, draft: ListingDraft, said: str) -> Reply:
    try:
        after, problems = heard(draft, said)
    except AnswerUnread as refusal:
        return await _next(desk, state, draft, views.Asked(_field(draft), refusal=refusal))
    return await _next(desk, state, after, views.Asked(_field(after), problems=problems))


async def _next(
    desk: Desk, state: FSMContext, draft: ListingDraft, asked: views.Asked | None = None
) -> Reply:
    """The next question, or the preview."""
    supplier = await owned(desk.books, desk.person, draft.supplier_id, Right.PRODUCTS)
    await state.set_state(Stocking.listing)
    await state.update_data({_KEY: draft_record(draft)})
    if draft.current is None:
        product = product_of(supplier, draft.written)
        return Reply(views.preview(desk.reader, draft, product, desk.books.now))
    asked = asked or views.Asked(draft.current)
    known = await categories_of(desk.books, supplier.id) if asked.field is ListingField.CATEGORY else ()
    return Reply(
        views.question(desk.reader, draft, views.Asked(asked.field, known, asked.problems, asked.refusal))
    )


async def _stale(desk: Desk, state: FSMContext, draft: ListingDraft) -> Reply:
    reply = await _next(desk, state, draft)
    return Reply(reply.screen, toast=views.changed_since(desk.reader))


def _field(draft: ListingDraft) -> ListingField:
    return draft.current or ListingField.TITLE


async def _begun(state: FSMContext) -> ListingDraft | None:
    record = (await state.get_data()).get(_KEY)
    return draft_of(record) if record else None


async def _draft(state: FSMContext) -> ListingDraft:
    draft = await _begun(state)
    if draft is None:
        raise DraftGone()
    return draft


async def _forget(state: FSMContext) -> None:
    await step_aside(state)
    await state.update_data({_KEY: None})
