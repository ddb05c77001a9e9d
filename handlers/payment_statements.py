"""The seller and the money: received or not, asked by the buyer or unasked."""

from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.money import Money
from domain.paying import payable
from domain.people import Side
from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card
from handlers.paying import amount_of
from handlers.searches import step_aside
from handlers.states import Receiving
from language.clean import clean
from services.cases import OrderCase, order_case_of
from services.refusals import NotFound
from services.statements import AnsweredAlready, LedgerMoved, StatementWaits, Stating
from views import payment_statements as views
from views.callback_data.payment import (
    AskReceived,
    NotReceived,
    NotReceivedBecause,
    Received,
    ReceivedUnasked,
    ShowSlip,
)
from views.refusals import refusal_text
from views.screen import Screen

router = Router(name="payment_statements")
_KEY: Final = "receipt"


@router.callback_query(Pressed(AskReceived))
async def look_for_money(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AskReceived) -> Reply:
    """What the buyer said to have paid, if nobody answered it; else how much has arrived is asked."""
    case = await _of_seller(desk, pressed.order_id)
    open_ones = await desk.books.statements.open_of(pressed.order_id)
    if open_ones:
        await step_aside(state)
        return Reply(views.statement(desk.reader, case, open_ones[0]), place=Place.BELOW)
    await _stand(state, {"order": pressed.order_id})
    return Reply(_amounts(desk, case))


@router.callback_query(Pressed(ReceivedUnasked, sure=False))
async def ask_whether_arrived(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ReceivedUnasked
) -> Reply:
    """Asks once more; another amount may be typed."""
    case = await _of_seller(desk, pressed.order_id)
    await _stand(state, {"order": pressed.order_id})
    return Reply(_sure_unasked(desk, case, Money(pressed.minor, _currency(case))))


@router.callback_query(Pressed(ReceivedUnasked, sure=True))
async def book_unasked(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ReceivedUnasked
) -> Reply:
    """What arrived is booked."""
    await step_aside(state)
    case = await _of_seller(desk, pressed.order_id)
    stating = Stating(desk.books, desk.person)
    try:
        order = await stating.received_unasked(
            pressed.order_id, Money(pressed.minor, _currency(case)), pressed.bookings
        )
    except (LedgerMoved, StatementWaits) as refusal:
        return await order_card(desk, pressed.order_id, refusal_text(desk.reader, refusal))
    return await order_card(desk, order.id)


@router.callback_query(Pressed(Received, sure=False))
async def ask_whether_received(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Received
) -> Reply:
    """Asks once more; another amount may be typed."""
    order, stated = await Stating(desk.books, desk.person).see(pressed.statement_id)
    if await desk.books.statements.answer_to(stated.id):
        return await _too_late(desk, order.id, AnsweredAlready())
    case = await order_case_of(desk.books, desk.person, order.id)
    await _stand(state, {"order": order.id, "statement": stated.id})
    yes = views.receipt_of(stated, stated.amount)
    return Reply(views.sure_of_receipt(desk.reader, case, stated.amount, yes), place=Place.BELOW)


@router.callback_query(Pressed(Received, sure=True))
async def book_statement(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Received) -> Reply:
    """What the buyer stated, or another amount, is booked."""
    await step_aside(state)
    stating = Stating(desk.books, desk.person)
    order, stated = await stating.see(pressed.statement_id)
    try:
        after = await stating.received(stated.id, Money(pressed.minor, stated.amount.currency))
    except AnsweredAlready as refusal:
        return await _too_late(desk, order.id, refusal)
    return await order_card(desk, after.id)


@router.callback_query(Pressed(NotReceived))
async def ask_reason(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: NotReceived) -> Reply:
    """Why not: the buyer will be told."""
    order, stated = await Stating(desk.books, desk.person).see(pressed.statement_id)
    if await desk.books.statements.answer_to(stated.id):
        return await _too_late(desk, order.id, AnsweredAlready())
    await step_aside(state)
    await state.set_state(Receiving.reason)
    await state.update_data({_KEY: {"order": order.id, "statement": stated.id}})
    return Reply(views.ask_reason(desk.reader, stated), place=Place.BELOW)


@router.callback_query(Pressed(NotReceivedBecause))
async def refuse_by_reason(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: NotReceivedBecause
) -> Reply:
    """A usual reason."""
    return await _refused(desk, state, pressed.statement_id, pressed.why)


@router.message(StateFilter(Receiving.reason), Words())
async def refuse_by_words(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A reason of his own."""
    asked = (await state.get_data())[_KEY]
    return await _refused(desk, state, asked["statement"], clean(words))


@router.message(StateFilter(Receiving.amount), Words())
async def hear_amount(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Another amount, to be looked at once more before it is booked."""
    asked = (await state.get_data())[_KEY]
    case = await _of_seller(desk, asked["order"])
    try:
        amount = amount_of(words, _currency(case))
    except Refusal as refusal:
        return Reply(views.amount_refused(desk.reader, case, refusal))
    if "statement" not in asked:
        return Reply(_sure_unasked(desk, case, amount))
    _, stated = await Stating(desk.books, desk.person).see(asked["statement"])
    yes = views.receipt_of(stated, amount)
    return Reply(views.sure_of_receipt(desk.reader, case, amount, yes))


@router.callback_query(Pressed(ShowSlip))
async def show_slip(query: CallbackQuery, desk: Desk, pressed: ShowSlip) -> Reply:
    """Another slip, below."""
    order, stated = await Stating(desk.books, desk.person).see(pressed.statement_id)
    case = await order_case_of(desk.books, desk.person, order.id)
    return Reply(views.slip(desk.reader, case, stated, pressed.number), place=Place.BELOW)


async def _of_seller(desk: Desk, order_id: int) -> OrderCase:
    case = await order_case_of(desk.books, desk.person, order_id)
    if case.side is not Side.SELLER:
        raise NotFound(what="order")
    return case


def _currency(case: OrderCase) -> str:
    return case.order.terms.unit_price.currency


def _amounts(desk: Desk, case: OrderCase) -> Screen:
    shares = payable(case.order, case.standing) if case.standing else ()
    return views.ask_amount(desk.reader, case, shares)


def _sure_unasked(desk: Desk, case: OrderCase, amount: Money) -> Screen:
    yes = views.unasked_receipt(case, amount)
    return views.sure_of_receipt(desk.reader, case, amount, yes)


async def _refused(desk: Desk, state: FSMContext, statement_id: int, reason: str) -> Reply:
    await step_aside(state)
    stating = Stating(desk.books, desk.person)
    order, _ = await stating.see(statement_id)
    try:
        await stating.not_received(statement_id, reason)
    except AnsweredAlready as refusal:
        return await _too_late(desk, order.id, refusal)
    case = await order_case_of(desk.books, desk.person, order.id)
    return Reply(views.told_why(desk.reader, case))


async def _too_late(desk: Desk, order_id: int, refusal: Refusal) -> Reply:
    card = await order_card(desk, order_id, refusal_text(desk.reader, refusal))
    return replace(card, place=Place.BELOW)


async def _stand(state: FSMContext, about: dict[str, Any]) -> None:
    await step_aside(state)
    await state.set_state(Receiving.amount)
    await state.update_data({_KEY: about})
