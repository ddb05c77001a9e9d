"""Answers to a request for a sample and to its quote: ordered, asked about, declined, taken back."""

from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.lifecycle import Deed
from domain.people import Side
from domain.sample_request import SampleWordsUnusable
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_form import open_order_form
from handlers.sample_cards import sample_done, sample_shown, stale_sample
from handlers.sample_quoting import quote_in_words
from handlers.searches import step_aside
from handlers.states import Sampling as Standing
from language.clean import clean
from services.moves import Subject
from services.order_draft import Aim, OrderDraft, Step
from services.sample_case import sample_case_of
from services.sampling import SampleTarget, Sampling
from views import sample_steps as views
from views.callback_data.samples import (
    AskSample,
    BringSample,
    DeclineSample,
    OrderSample,
    ShowSample,
    WithdrawSample,
)

router = Router(name="sample_answers")
_ABOUT: Final = "sample_about"


class RepliesToSample(Filter):
    """A reply to the card of a request for a sample; gives its `request_id`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a reply to the card of a sample:"

    async def __call__(self, message: Message, desk: Desk) -> bool | dict[str, Any]:
        """Whether it is; with the request."""
        replied = message.reply_to_message
        card = await desk.books.cards.shown(message.chat.id, replied.message_id) if replied else None
        return {"request_id": card.subject_id} if card and card.subject is Subject.SAMPLE else False


@router.message(RepliesToSample(), Words())
async def answer(message: Message, desk: Desk, state: FSMContext, words: str, request_id: int) -> Reply:
    """The seller's line is a quote, the buyer's a question about it; else the card says whose turn it is."""
    case = await sample_case_of(desk.books, desk.person, request_id)
    target = SampleTarget(request_id, case.request.version)
    if case.may(Deed.QUOTE):
        return await quote_in_words(desk, state, target, clean(words))
    if case.may(Deed.ASK):
        return await _question(desk, state, target, clean(words))
    return await sample_shown(desk, request_id)


@router.callback_query(Pressed(OrderSample))
async def order(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OrderSample) -> Reply:
    """The order form at the quote on the button; the card stays above."""
    stale = await stale_sample(desk, SampleTarget(pressed.request_id, pressed.version))
    if stale:
        return stale
    aim = Aim(request_id=pressed.request_id, version=pressed.version)
    return await open_order_form(desk, state, OrderDraft(aim, (Step.SPECS, Step.ADDRESS)))


@router.callback_query(Pressed(AskSample))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskSample) -> Reply:
    """The next words go to the seller."""
    target = SampleTarget(pressed.request_id, pressed.version)
    return await _listen(desk, state, target, Standing.question)


@router.message(StateFilter(Standing.question), Words())
async def hear_question(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The question goes to the seller."""
    target = SampleTarget(*(await state.get_data())[_ABOUT])
    return await _question(desk, state, target, clean(words))


@router.message(StateFilter(Standing.reason), Words())
async def hear_reason(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The seller's reason ends the request."""
    target = SampleTarget(*(await state.get_data())[_ABOUT])
    try:
        deed = Sampling(desk.books, desk.person).decline(target, clean(words).strip())
        reply = await sample_done(desk, deed, target)
    except SampleWordsUnusable as refusal:
        case = await sample_case_of(desk.books, desk.person, target.request_id)
        return Reply(views.ask_reason(desk.reader, case, refusal))
    await step_aside(state)
    return reply


@router.callback_query(Pressed(DeclineSample))
async def decline(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DeclineSample) -> Reply:
    """The buyer at once; a seller is asked for a reason, which he may leave out."""
    target = SampleTarget(pressed.request_id, pressed.version)
    _, side = await Sampling(desk.books, desk.person).see(target.request_id)
    if side is Side.SELLER and not pressed.plainly:
        return await _listen(desk, state, target, Standing.reason)
    await step_aside(state)
    return await sample_done(desk, Sampling(desk.books, desk.person).decline(target), target)


@router.callback_query(Pressed(WithdrawSample))
async def withdraw(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: WithdrawSample) -> Reply:
    """The side that waits takes it back."""
    target = SampleTarget(pressed.request_id, pressed.version)
    return await sample_done(desk, Sampling(desk.books, desk.person).withdraw(target), target)


@router.callback_query(Pressed(ShowSample))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowSample) -> Reply:
    """The card in place of what has the button."""
    await step_aside(state)
    return await sample_shown(desk, pressed.request_id)


@router.callback_query(Pressed(BringSample))
async def bring(query: CallbackQuery, desk: Desk, pressed: BringSample) -> Reply:
    """The card below what has the button."""
    return replace(await sample_shown(desk, pressed.request_id), place=Place.BELOW)


async def _listen(desk: Desk, state: FSMContext, target: SampleTarget, where: State) -> Reply:
    """Asks for the question or the reason; what is typed goes to the other side."""
    stale = await stale_sample(desk, target)
    if stale:
        return stale
    case = await sample_case_of(desk.books, desk.person, target.request_id)
    await state.set_state(where)
    await state.update_data({_ABOUT: [target.request_id, target.version]})
    asked = views.ask_question if case.side is Side.BUYER else views.ask_reason
    return Reply(asked(desk.reader, case), place=Place.BELOW)


async def _question(desk: Desk, state: FSMContext, target: SampleTarget, words: str) -> Reply:
    try:
        deed = Sampling(desk.books, desk.person).ask(target, words.strip())
        reply = await sample_done(desk, deed, target)
    except SampleWordsUnusable as refusal:
        case = await sample_case_of(desk.books, desk.person, target.request_id)
        return Reply(views.ask_question(desk.reader, case, refusal))
    await step_aside(state)
    return reply
