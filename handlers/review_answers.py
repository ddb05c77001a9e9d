"""Answering a review: the seller's words, a card, Send; once."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.review import LinkInReview, WordsUnusable, check_words
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.reviewing import review_of, why
from handlers.searches import step_aside
from handlers.states import Reviewing as Writing
from language.clean import clean
from services.refusals import DraftGone, NotFound
from services.reviewing import Reviewing
from views import reviewing as views
from views.callback_data.reviews import ReviewStep, TakeReviewStep

router = Router(name="review_answers")
_ANSWER: Final = "review_answer"


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.ANSWER))
async def ask_answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """The seller is asked for his words."""
    reviewed = await Reviewing(desk.books, desk.person).see(pressed.order_id)
    if reviewed.review is None or not reviewed.can_answer:
        return Reply(await review_of(desk, pressed.order_id))
    await state.set_state(Writing.answer)
    await state.update_data({_ANSWER: {"order_id": pressed.order_id, "words": ""}})
    return Reply(views.ask_answer(desk.reader, reviewed.order, reviewed.review), place=Place.BELOW)


@router.message(StateFilter(Writing.answer), Words())
async def hear_answer(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The answer before it is sent."""
    answer = await _answer(state)
    reviewed = await Reviewing(desk.books, desk.person).see(answer["order_id"])
    if reviewed.review is None:
        raise NotFound(what="review")
    said = clean(words).strip()
    try:
        check_words(said)
    except (WordsUnusable, LinkInReview) as refusal:
        return Reply(views.ask_answer(desk.reader, reviewed.order, reviewed.review, why(desk, refusal)))
    await state.update_data({_ANSWER: {**answer, "words": said}})
    return Reply(views.answer_card(desk.reader, reviewed.order, said))


@router.callback_query(Pressed(TakeReviewStep, step=ReviewStep.SEND_ANSWER))
async def send_answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TakeReviewStep) -> Reply:
    """The answer is published."""
    answer = await _answer(state)
    if answer["order_id"] != pressed.order_id:
        raise DraftGone
    await Reviewing(desk.books, desk.person).answer(pressed.order_id, answer["words"])
    await step_aside(state)
    await state.update_data({_ANSWER: None})
    return Reply(await review_of(desk, pressed.order_id, views.answered(desk.reader)))


async def _answer(state: FSMContext) -> dict[str, Any]:
    answer: dict[str, Any] | None = (await state.get_data()).get(_ANSWER)
    if answer is None:
        raise DraftGone
    return answer
