"""The order form: opening it, answering, and what it leads to."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.bargains import stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_drafts import forget_order, keep_order, kept_order, opened_order
from handlers.order_making import carried_on
from handlers.states import Ordering
from language.clean import clean
from services.order_answers import hear_answer, press_answer, skipped
from services.order_draft import Aim, OrderDraft, Step
from services.order_matter import order_form
from views import order_form as views
from views.callback_data.negotiation import PlaceOrder
from views.callback_data.order_form import AnswerOrder, Move, MoveOrder, OrderNow, TurnAddresses

router = Router(name="order_form")


@router.callback_query(Pressed(PlaceOrder))
async def place(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: PlaceOrder) -> Reply:
    """The buyer of an agreed version is asked what its order needs; the card stays above."""
    stale = await stale_card(desk, pressed.negotiation_id, pressed.version)
    if stale:
        return stale
    aim = Aim(negotiation_id=pressed.negotiation_id, version=pressed.version)
    return await open_order_form(desk, state, OrderDraft(aim, (Step.SPECS, Step.ADDRESS)))


@router.callback_query(Pressed(OrderNow))
async def order_now(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: OrderNow) -> Reply:
    """How many of a product as it is listed; its page stays above."""
    aim = Aim(product_id=pressed.product_id)
    return await open_order_form(desk, state, OrderDraft(aim, (Step.QUANTITY, Step.SPECS, Step.ADDRESS)))


@router.callback_query(Pressed(AnswerOrder))
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerOrder) -> Reply:
    """A usual answer."""
    form = await opened_order(desk, state, pressed.about)
    return await carried_on(desk, state, press_answer(form, pressed.step, pressed.value))


@router.callback_query(Pressed(MoveOrder, move=Move.SKIP))
async def skip(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveOrder) -> Reply:
    """The question stays open."""
    return await carried_on(desk, state, skipped(await opened_order(desk, state, pressed.about)))


@router.callback_query(Pressed(MoveOrder))
async def go_back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: MoveOrder) -> Reply:
    """The question before; from the first one, or by Cancel, out of the form."""
    draft = await kept_order(state, pressed.about)
    if pressed.move is Move.CANCEL or draft.is_at_start:
        await forget_order(state)
        return Reply(views.left(desk.reader, draft.aim))
    draft = draft.back()
    await keep_order(state, draft)
    return Reply(views.order_form(desk.reader, await order_form(desk.books, desk.person, draft)))


@router.callback_query(Pressed(TurnAddresses))
async def turn(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TurnAddresses) -> Reply:
    """Another page of the address book."""
    form = await opened_order(desk, state, pressed.about)
    return Reply(views.order_form(desk.reader, replace(form, page=pressed.page)))


@router.message(StateFilter(Ordering.form), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A typed answer."""
    return await carried_on(desk, state, hear_answer(await opened_order(desk, state), clean(words)))


async def open_order_form(desk: Desk, state: FSMContext, draft: OrderDraft) -> Reply:
    """The first question."""
    form = await order_form(desk.books, desk.person, draft)
    await keep_order(state, form.draft)
    return Reply(views.order_form(desk.reader, form), place=Place.BELOW)
