"""Changing a binding order: a line, a review, and the other side's answer."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.amendment import AmendmentOpen, NothingAmended, StaleAmendment
from domain.order import OrderMoveNotAllowed, StaleOrder
from domain.refusal import Refusal
from domain.terms import NOTHING_STATED, TermsDraft, from_record, to_record
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.order_cards import order_card
from handlers.searches import step_aside
from handlers.states import Amending as Writing
from language.clean import clean
from services.amending import Amending
from services.amendment_line import amended_by, heard
from services.cases import OrderCase, order_case_of
from services.drafting import DIGEST_LENGTH, Form
from services.ordering import OrderTarget
from services.refusals import DraftGone
from views import amending as views
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
_KEY: Final = "amendment"
_TOO_LATE: Final = (StaleOrder, OrderMoveNotAllowed, AmendmentOpen, StaleAmendment)


@router.callback_query(Pressed(Amend))
async def ask_changes(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Amend) -> Reply:
    """Asks for the line; what was said before of the same revision still counts."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    if case.order.revision != pressed.revision:
        stale = StaleOrder(revision=pressed.revision, current=case.order.revision)
        return await _current(desk, pressed.order_id, stale)
    await _keep(state, case, NOTHING_STATED)
    return Reply(views.ask_changes(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Writing.line), Words())
async def hear_line(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The line is shown beside what holds now; one that cannot be read is asked once more."""
    kept = await _kept(state)
    case = await order_case_of(desk.books, desk.person, kept["order"])
    form = heard(await _form(desk, case, kept), clean(words))
    if form.problem:
        return Reply(views.ask_changes(desk.reader, case, views.heard_problem(desk.reader, form)))
    if form.is_unchanged:
        problem = escape(refusal_text(desk.reader, NothingAmended()))
        return Reply(views.ask_changes(desk.reader, case, problem))
    await _keep(state, case, form.draft.terms)
    return Reply(views.review(desk.reader, case, form.whole))


@router.callback_query(Pressed(ProposeAmendment))
async def propose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ProposeAmendment) -> Reply:
    """Sends what was reviewed, and nothing else."""
    kept = await _kept(state)
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    terms = (await _form(desk, case, kept)).whole
    is_reviewed = kept["order"] == pressed.order_id and terms.digest()[:DIGEST_LENGTH] == pressed.token
    if not is_reviewed:
        raise DraftGone()
    target = OrderTarget(pressed.order_id, pressed.revision)
    reply = await _shown(desk, Amending(desk.books, desk.person).propose(target, terms), pressed.order_id)
    await state.update_data({_KEY: None})
    await step_aside(state)
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


async def _form(desk: Desk, case: OrderCase, kept: dict[str, Any]) -> Form:
    return await amended_by(desk.books, desk.person, case.order, from_record(kept["terms"]))


async def _keep(state: FSMContext, case: OrderCase, said: TermsDraft) -> None:
    await state.set_state(Writing.line)
    await state.update_data({_KEY: {"order": case.order.id, "terms": to_record(said)}})


async def _kept(state: FSMContext) -> dict[str, Any]:
    """What was said so far. Raises DraftGone."""
    kept: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if kept is None:
        raise DraftGone()
    return kept
