"""A claim gives money back: sent by whoever holds it, all or a part, or deducted from the balance."""

from collections.abc import Awaitable
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.claim import Claim, ClaimMoveNotAllowed, RefundsTooMuch
from domain.money import Money
from domain.refusal import Refusal
from domain.repayment import NothingToRepay, check_repaid
from handlers.claiming import card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.paying import amount_of
from handlers.searches import step_aside
from handlers.states import Returning as Stand
from language.clean import clean
from services.claim_case import ClaimCase, claim_case_of
from services.order_holds import PaymentUnderWay
from services.refusals import DraftGone
from services.repaying import RepaidMeanwhile, Repaying, RepaymentTarget, ask_for_card_refund
from services.statements import AmountUnread, CurrencyMismatch
from views import claim_refund as views
from views.callback_data.returns import AskClaimRefund, RefundClaim, SetOffClaim
from views.card_refund import card_refund_booked
from views.markup import Html, escape
from views.refunds import operators_asked
from views.refusals import refusal_text

router = Router(name="repaying")
_KEY: Final = "repaying"
_TOO_LATE: Final = (
    ClaimMoveNotAllowed,
    RepaidMeanwhile,
    NothingToRepay,
    RefundsTooMuch,
    PaymentUnderWay,
)
_UNFIT: Final = (AmountUnread, CurrencyMismatch, RefundsTooMuch)


@router.callback_query(Pressed(RefundClaim, sure=False))
async def ask_whether_sent(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefundClaim
) -> Reply:
    """Asks once more, of all that the seller holds; a part may be typed."""
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    if case.back is None or case.claim.repaid != pressed.repaid:
        return await card(desk, pressed.claim_id, _gone(case))
    await state.set_state(Stand.amount)
    await state.update_data({_KEY: pressed.claim_id})
    return Reply(views.ask_refunded(desk.reader, case, case.back.by_hand), place=Place.BELOW)


@router.message(StateFilter(Stand.amount), Words())
async def hear_amount(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A part; whether it was sent is asked again."""
    claim_id: int | None = (await state.get_data()).get(_KEY)
    if claim_id is None:
        raise DraftGone
    case = await claim_case_of(desk.books, desk.person, claim_id)
    if case.back is None:
        await step_aside(state)
        return await card(desk, claim_id, _gone(case))
    most = case.back.by_hand
    try:
        amount = amount_of(clean(words), most.currency)
        check_repaid(amount, most)
    except _UNFIT as refusal:
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_refunded(desk.reader, case, most, problem))
    return Reply(views.ask_refunded(desk.reader, case, amount))


@router.callback_query(Pressed(RefundClaim, sure=True))
async def refund(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefundClaim) -> Reply:
    """What was sent back is booked: by the seller, or by an operator, who has no card of the claim."""
    await step_aside(state)
    repaying = Repaying(desk.books, desk.person)
    claim, order, _ = await repaying.see(pressed.claim_id)
    deed = repaying.send(_target(pressed), pressed.minor)
    if desk.person.side_in(order.buyer_id, order.supplier_id) is not None:
        return await _shown(desk, pressed.claim_id, deed)
    problem = await _problem(desk, deed)
    amount = Money(pressed.minor, claim.claimed.currency)
    return Reply(card_refund_booked(desk.reader, order, amount, problem))


@router.callback_query(Pressed(SetOffClaim, sure=False))
async def ask_whether_deducted(query: CallbackQuery, desk: Desk, pressed: SetOffClaim) -> Reply:
    """Asks once more."""
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    if case.back is None or case.claim.repaid != pressed.repaid:
        return await card(desk, pressed.claim_id, _gone(case))
    return Reply(views.ask_set_off(desk.reader, case, case.back.set_off))


@router.callback_query(Pressed(SetOffClaim, sure=True))
async def set_off(query: CallbackQuery, desk: Desk, pressed: SetOffClaim) -> Reply:
    """The buyer pays so much less."""
    return await _shown(
        desk, pressed.claim_id, Repaying(desk.books, desk.person).set_off(_target(pressed), pressed.minor)
    )


@router.callback_query(Pressed(AskClaimRefund))
async def ask_operators(query: CallbackQuery, desk: Desk, pressed: AskClaimRefund) -> Reply:
    """The operators are asked to give back what was paid by card."""
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    if not await ask_for_card_refund(desk.books, case.claim):
        return await card(desk, pressed.claim_id)
    return Reply(toast=operators_asked(desk.reader), alert=True)


async def _shown(desk: Desk, claim_id: int, deed: Awaitable[Claim]) -> Reply:
    """The card after the deed; if it came too late, the current card and why."""
    try:
        await deed
    except _TOO_LATE as refusal:
        return await card(desk, claim_id, refusal)
    return await card(desk, claim_id)


async def _problem(desk: Desk, deed: Awaitable[Claim]) -> Html | str:
    """Why the deed could not be; empty when it is done."""
    try:
        await deed
    except _TOO_LATE as refusal:
        return escape(refusal_text(desk.reader, refusal))
    return ""


def _gone(case: ClaimCase) -> Refusal:
    if case.back is None:
        return ClaimMoveNotAllowed(status=case.claim.status)
    return RepaidMeanwhile(order=case.order.number)


def _target(pressed: RefundClaim | SetOffClaim) -> RepaymentTarget:
    return RepaymentTarget(pressed.claim_id, pressed.repaid)
