"""Writing a review after receipt: stars, words, photos, a card, Send."""

from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.refusal import Refusal
from domain.review import STARS, LinkInReview, StarsOutOfBounds, TooManyPhotos, WordsUnusable, check_words
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.said import Attached
from handlers.searches import step_aside
from handlers.states import Reviewing as Writing
from language.clean import clean
from services.refusals import DraftGone
from services.review_drafts import ReviewDraft
from services.reviewing import Reviewed, Reviewing
from services.said import Kind, Said
from views import reviewing as views
from views.callback_data.reviews import GiveStars, ReviewOrder, ReviewStep, TakeReviewStep
from views.markup import Html, escape
from views.refusals import refusal_text
from views.reviews import order_review
from views.screen import Screen

router = Router(name="reviewing")
_DRAFT: Final = "review"


@router.callback_query(Pressed(ReviewOrder))
async def open_review(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ReviewOrder) -> Reply:
    """What was said of the order; its buyer is asked for stars if he said nothing yet."""
    await step_aside(state)
    return Reply(await review_of(desk, pressed.order_id), place=Place.BELOW)


@router.callback_query(Pressed(GiveStars))
async def give_stars(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: GiveStars) -> Reply:
    """The stars, then words are asked for."""
    if pressed.stars not in STARS:
        raise StarsOutOfBounds(stars=pressed.stars)
    reviewed = await Reviewing(desk.books, desk.person).begin(pressed.order_id)
    draft = await _draft(state, pressed.order_id) or ReviewDraft.of(pressed.order_id, reviewed.review)
    draft = replace(draft, stars=pressed.stars)
    await _keep(state, draft)
    await state.set_state(Writing.words)
    return Reply(views.ask_words(desk.reader, draft, reviewed.order))


@router.message(StateFilter(Writing.words, Writing.photos), Words())
async def hear_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The words, then photos are asked for."""
    draft = await _needed(state)
    reviewed = await Reviewing(desk.books, desk.person).begin(draft.order_id)
    said = clean(words).strip()
    try:
        check_words(said)
    except (WordsUnusable, LinkInReview) as refusal:
        return Reply(views.ask_words(desk.reader, draft, reviewed.order, why(desk, refusal)))
    draft = replace(draft, words=said)
    await _keep(state, draft)
    await state.set_state(Writing.photos)
    return Reply(views.ask_photos(desk.reader, draft, reviewed.order))


@router.message(StateFilter(Writing.words, Writing.photos), Attached())
async def take_photo(message: Message, desk: Desk, state: FSMContext, said: Said) -> Reply:
    """A photo, of an album each; anything else is asked for as a photo."""
    draft = await _needed(state)
    reviewing = Reviewing(desk.books, desk.person)
    reviewed = await reviewing.begin(draft.order_id)
    if said.kind is not Kind.PHOTO or said.file is None:
        return Reply(views.ask_photos(desk.reader, draft, reviewed.order, views.only_photos(desk.reader)))
    is_further = bool(said.album) and said.album == draft.album
    try:
        draft = draft.with_photo(said.file.unique_id, said.album)
    except TooManyPhotos as refusal:
        return Reply(views.ask_photos(desk.reader, draft, reviewed.order, why(desk, refusal)))
    await reviewing.keep_photo(said.file)
    await _keep(state, draft)
    await state.set_state(Writing.photos)
    return Reply() if is_further else Reply(views.ask_photos(desk.reader, draft, reviewed.order))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.SKIP))
async def skip_words(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """No words, or those that stand."""
    reviewed, draft = await _pressed(desk, state, pressed)
    await state.set_state(Writing.photos)
    return Reply(views.ask_photos(desk.reader, draft, reviewed.order))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.CLEAR))
async def clear_photos(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """The photos are taken away again."""
    reviewed, draft = await _pressed(desk, state, pressed)
    draft = replace(draft, photos=(), album="")
    await _keep(state, draft)
    return Reply(views.ask_photos(desk.reader, draft, reviewed.order))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.DONE))
async def show_card(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """The whole review before it is sent."""
    reviewed, draft = await _pressed(desk, state, pressed)
    await step_aside(state)
    return Reply(views.review_card(desk.reader, draft, reviewed.order))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.EDIT))
async def edit(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """From the stars again; what was said stays until it is said anew."""
    reviewed = await Reviewing(desk.books, desk.person).begin(pressed.order_id)
    return Reply(views.ask_stars(desk.reader, reviewed))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.SEND))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """The review is published."""
    _, draft = await _pressed(desk, state, pressed)
    await Reviewing(desk.books, desk.person).write(draft.order_id, draft.opinion)
    await state.update_data({_DRAFT: None})
    return Reply(await review_of(desk, draft.order_id, views.published(desk.reader)))


async def review_of(desk: Desk, order_id: int, above: Html | str = "") -> Screen:
    """What was said of an order; its buyer is asked if he said nothing yet."""
    reviewed = await Reviewing(desk.books, desk.person).see(order_id)
    if reviewed.can_begin:
        return views.ask_stars(desk.reader, reviewed)
    return order_review(desk.reader, reviewed, above)


async def _pressed(desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> tuple[Reviewed, ReviewDraft]:
    """What is under way; a button of something else says so. Raises DraftGone."""
    draft = await _draft(state, pressed.order_id)
    if draft is None:
        raise DraftGone
    return await Reviewing(desk.books, desk.person).begin(pressed.order_id), draft


async def _needed(state: FSMContext) -> ReviewDraft:
    record = (await state.get_data()).get(_DRAFT)
    if record is None:
        raise DraftGone
    return ReviewDraft.read(record)


async def _draft(state: FSMContext, order_id: int) -> ReviewDraft | None:
    record = (await state.get_data()).get(_DRAFT)
    draft = ReviewDraft.read(record) if record else None
    return draft if draft and draft.order_id == order_id else None


async def _keep(state: FSMContext, draft: ReviewDraft) -> None:
    await state.update_data({_DRAFT: draft.record()})


def why(desk: Desk, refusal: Refusal) -> Html:
    """Why words or a photo were not taken."""
    return escape(refusal_text(desk.reader, refusal))
