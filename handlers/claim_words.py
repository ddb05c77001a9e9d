"""Words that a claim takes: another amount and why, and why it is refused."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from domain.claim import AboveClaim, SameSettlement
from domain.money import Money, exponent
from domain.proposal import ReasonUnusable
from domain.refusal import Refusal
from domain.settlement import AmountMissing, compensation
from handlers.claiming import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import ClaimWords
from language.clean import clean
from language.sum_line import read_sum
from services.claim_case import ClaimCase, claim_case_of
from services.claiming import Claiming, ClaimTarget
from views import claim_steps as views
from views.callback_data.claim import ProposeClaim, RefuseClaim
from views.markup import Html, escape
from views.refusals import refusal_text

router = Router(name="claim_words")
_KEY: Final = "claim_words"


@router.callback_query(Pressed(ProposeClaim))
async def propose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ProposeClaim) -> Reply:
    """Asks for the amount, or, when one was pressed, for the reason."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    stale = await stale_card(desk, target)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    if pressed.minor:
        return await _ask_reason(desk, state, case, pressed.minor)
    await _listen(state, ClaimWords.amount, case)
    return Reply(views.ask_amount(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(ClaimWords.amount), Words())
async def hear_amount(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The typed amount; then the reason is asked for."""
    target, _ = await _heard(state)
    stale = await stale_card(desk, target)
    if stale:
        await step_aside(state)
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    said = read_sum(clean(words))
    currency = case.claim.claimed.currency
    minor = said.amount.scaleb(exponent(currency)) if said and said.currency in (None, currency) else None
    is_whole = minor is not None and minor == minor.to_integral_value()
    return await _ask_reason(desk, state, case, int(minor) if minor is not None and is_whole else 0)


@router.message(StateFilter(ClaimWords.reason), Words())
async def hear_reason(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The proposal goes to the other side with its reason."""
    target, minor = await _heard(state)
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    amount = Money(minor, case.claim.claimed.currency)
    deed = Claiming(desk.books, desk.person).propose(target, amount, clean(words))
    try:
        reply = await shown(desk, deed, target)
    except ReasonUnusable as refusal:
        return Reply(views.ask_reason(desk.reader, case, amount, _said(desk, refusal)))
    await step_aside(state)
    return reply


@router.callback_query(Pressed(RefuseClaim))
async def refuse(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefuseClaim) -> Reply:
    """Asks why."""
    stale = await stale_card(desk, ClaimTarget(pressed.claim_id, pressed.version))
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    await _listen(state, ClaimWords.refusal, case)
    return Reply(views.ask_refusal(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(ClaimWords.refusal), Words())
async def hear_refusal(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The seller refuses, and the buyer reads why."""
    target, _ = await _heard(state)
    deed = Claiming(desk.books, desk.person).refuse(target, clean(words))
    try:
        reply = await shown(desk, deed, target)
    except ReasonUnusable as refusal:
        case = await claim_case_of(desk.books, desk.person, target.claim_id)
        return Reply(views.ask_refusal(desk.reader, case, _said(desk, refusal)))
    await step_aside(state)
    return reply


async def _ask_reason(desk: Desk, state: FSMContext, case: ClaimCase, minor: int) -> Reply:
    """Asks why it is this amount; of one that cannot be proposed it asks again. 0: none was understood."""
    amount = Money(minor, case.claim.claimed.currency)
    try:
        case.claim.check(compensation(amount))
    except (AboveClaim, AmountMissing, SameSettlement) as refusal:
        await _listen(state, ClaimWords.amount, case)
        return Reply(views.ask_amount(desk.reader, case, _said(desk, refusal)))
    await _listen(state, ClaimWords.reason, case, minor)
    return Reply(views.ask_reason(desk.reader, case, amount))


async def _listen(state: FSMContext, where: State, case: ClaimCase, minor: int = 0) -> None:
    await state.set_state(where)
    about = {"claim": case.claim.id, "version": case.claim.proposal.number, "minor": minor}
    await state.update_data({_KEY: about})


async def _heard(state: FSMContext) -> tuple[ClaimTarget, int]:
    data: dict[str, Any] = (await state.get_data())[_KEY]
    return ClaimTarget(data["claim"], data["version"]), data["minor"]


def _said(desk: Desk, refusal: Refusal) -> Html:
    return escape(refusal_text(desk.reader, refusal))
