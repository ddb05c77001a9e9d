"""Goods of a claim came: they are right and taken, or something is wrong and the operator is called in."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.claim import DecidedAlready
from domain.lifecycle import Deed
from domain.proposal import ReasonUnusable, usable
from handlers.claiming import card, shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import Returning as Stand
from language.clean import clean
from services.claim_case import claim_case_of
from services.claim_deeds import ClaimTarget
from services.refusals import DraftGone
from services.returning import Returning
from views import contesting as views
from views.callback_data.returns import ContestParcel, ReceiveReplacement, SendContest, TakeBack
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="taking_back")
_KEY: Final = "contest"


@router.callback_query(Pressed(TakeBack, sure=False))
async def ask_whether_back(query: CallbackQuery, desk: Desk, pressed: TakeBack) -> Reply:
    """Asks once more."""
    return await _ask(desk, ClaimTarget(pressed.claim_id, pressed.version), Deed.TAKE_BACK)


@router.callback_query(Pressed(TakeBack, sure=True))
async def take_back(query: CallbackQuery, desk: Desk, pressed: TakeBack) -> Reply:
    """The seller has the goods again and owes the refund."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    return await shown(desk, Returning(desk.books, desk.person).take_back(target), target)


@router.callback_query(Pressed(ReceiveReplacement, sure=False))
async def ask_whether_received(query: CallbackQuery, desk: Desk, pressed: ReceiveReplacement) -> Reply:
    """Asks once more."""
    return await _ask(desk, ClaimTarget(pressed.claim_id, pressed.version), Deed.RECEIVE)


@router.callback_query(Pressed(ReceiveReplacement, sure=True))
async def receive(query: CallbackQuery, desk: Desk, pressed: ReceiveReplacement) -> Reply:
    """The buyer has the replacement: the claim is settled."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    return await shown(desk, Returning(desk.books, desk.person).receive(target), target)


@router.callback_query(Pressed(ContestParcel))
async def ask_what_is_wrong(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ContestParcel
) -> Reply:
    """What is wrong? The card stays above."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    stale = await stale_card(desk, target, Deed.CONTEST)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    if case.claim.decided:
        return await card(desk, target.claim_id, DecidedAlready(version=case.claim.decided))
    await _keep(state, target)
    return Reply(views.ask_what_is_wrong(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Stand.contest), Words())
async def hear_what_is_wrong(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The reason; whether the operator is to be called in is asked once more."""
    target, _ = await _kept(state)
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    try:
        reason = usable(clean(words))
    except ReasonUnusable as refusal:
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_what_is_wrong(desk.reader, case, problem))
    await _keep(state, target, reason)
    return Reply(views.sure_of_contest(desk.reader, case, reason))


@router.callback_query(Pressed(SendContest))
async def contest(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendContest) -> Reply:
    """The operator is called in."""
    target, reason = await _kept(state, pressed.claim_id)
    if not reason:
        raise DraftGone
    await step_aside(state)
    await state.update_data({_KEY: None})
    return await shown(desk, Returning(desk.books, desk.person).contest(target, reason), target)


async def _ask(desk: Desk, target: ClaimTarget, deed: Deed) -> Reply:
    stale = await stale_card(desk, target, deed)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    return Reply(views.sure_of_receipt(desk.reader, case))


async def _keep(state: FSMContext, target: ClaimTarget, reason: str = "") -> None:
    about = {"claim": target.claim_id, "version": target.version, "reason": reason}
    await state.update_data({_KEY: about})
    await state.set_state(Stand.contest)


async def _kept(state: FSMContext, claim_id: int = 0) -> tuple[ClaimTarget, str]:
    """What was begun. Raises DraftGone when nothing was, or it is about another claim."""
    about: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if about is None or claim_id not in (0, about["claim"]):
        raise DraftGone
    return ClaimTarget(about["claim"], about["version"]), about["reason"]
