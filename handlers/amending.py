"""Changing a binding order: a line, a review, and the other side's answer."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.amendment import AmendmentOpen, FewerThanShipped, NothingAmended, StaleAmendment
from domain.order import OrderMoveNotAllowed, StaleOrder
from domain.refusal import Refusal
from handlers.amendment_drafts import (
    AmendmentDraft,
    amended_form,
    forget_amendment,
    keep_amendment,
    opened_amendment,
    reviewed,
)
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card
from handlers.states import Amending as Writing
from language.clean import clean
from services.amending import Amending
from services.amendment_line import heard
from services.cases import order_case_of
from services.given_back import BelowGivenBack
from services.order_deeds import OrderTarget
from services.order_holds import PaymentUnderWay
from services.refusals import DraftGone
from views import amending as views
from views.amending import token_of
from views.callback_data.agreement import (
    AcceptAmendment,
    Amend,
    DeclineAmendment,
    ProposeAmendment,
    WithdrawAmendment,
)
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="amending")
_TOO_LATE: Final = (
    StaleOrder,
    OrderMoveNotAllowed,
    AmendmentOpen,
    StaleAmendment,
    BelowGivenBack,
    FewerThanShipped,
    PaymentUnderWay,
)


@router.callback_query(Pressed(Amend))
async def ask_changes(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Amend) -> Reply:
    """Asks what shall change; a new amendment begins."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    if case.order.revision != pressed.revision:
        stale = StaleOrder(revision=pressed.revision, current=case.order.revision)
        return await _current(desk, pressed.order_id, stale)
    await keep_amendment(state, AmendmentDraft(case.order.id))
    return Reply(views.ask_changes(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Writing.line), Words())
async def hear_line(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The line is shown beside what holds now; one that cannot be read is asked once more."""
    draft = await opened_amendment(state)
    case = await order_case_of(desk.books, desk.person, draft.order_id)
    form = heard(await amended_form(desk, case, draft), clean(words))
    if form.problem:
        return Reply(views.ask_changes(desk.reader, case, views.heard_problem(desk.reader, form)))
    if form.is_unchanged and draft.details in (None, case.order.details):
        problem = escape(refusal_text(desk.reader, NothingAmended()))
        return Reply(views.ask_changes(desk.reader, case, problem))
    draft = replace(draft, stated=form.draft.terms)
    await keep_amendment(state, draft)
    return await reviewed(desk, case, draft)


@router.callback_query(Pressed(ProposeAmendment))
async def propose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ProposeAmendment) -> Reply:
    """Sends what was reviewed, and nothing else."""
    draft = await opened_amendment(state)
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    terms, details = (await amended_form(desk, case, draft)).whole, draft.details or case.order.details
    if draft.order_id != pressed.order_id or token_of(case.order, terms, details) != pressed.token:
        raise DraftGone()
    target = OrderTarget(pressed.order_id, pressed.revision)
    deed = Amending(desk.books, desk.person).propose(target, terms, details)
    reply = await _shown(desk, deed, pressed.order_id)
    await forget_amendment(state)
    return reply


@router.callback_query(Pressed(AcceptAmendment, sure=False))
async def ask_whether_sure(query: CallbackQuery, desk: Desk, pressed: AcceptAmendment) -> Reply:
    """Asks once more, with the total as it will be."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    amendment = case.amendment
    if amendment is None or amendment.number != pressed.number or amendment.side is case.side:
        return await _current(desk, pressed.order_id, StaleAmendment(number=pressed.number))
    return Reply(views.sure_to_accept(desk.reader, case, amendment))


@router.callback_query(Pressed(AcceptAmendment, sure=True))
async def accept(query: CallbackQuery, desk: Desk, pressed: AcceptAmendment) -> Reply:
    """The order's next revision."""
    deed = Amending(desk.books, desk.person).accept(pressed.order_id, pressed.number)
    return await _shown(desk, deed, pressed.order_id)


@router.callback_query(Pressed(DeclineAmendment))
async def decline(query: CallbackQuery, desk: Desk, pressed: DeclineAmendment) -> Reply:
    """The order stays as it is."""
    deed = Amending(desk.books, desk.person).decline(pressed.order_id, pressed.number)
    return await _shown(desk, deed, pressed.order_id)


@router.callback_query(Pressed(WithdrawAmendment))
async def withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawAmendment) -> Reply:
    """The own amendment is taken back."""
    deed = Amending(desk.books, desk.person).withdraw(pressed.order_id, pressed.number)
    return await _shown(desk, deed, pressed.order_id)


async def _shown(desk: Desk, deed: Awaitable[object], order_id: int) -> Reply:
    """The card after the deed; if it came too late, the current card and why."""
    try:
        await deed
    except _TOO_LATE as refusal:
        return await _current(desk, order_id, refusal)
    return await order_card(desk, order_id)


async def _current(desk: Desk, order_id: int, refusal: Refusal) -> Reply:
    reply = await order_card(desk, order_id, refusal_text(desk.reader, refusal))
    return replace(reply, place=Place.BELOW)
