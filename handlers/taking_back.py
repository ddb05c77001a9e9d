"""Goods of a claim came: they are right and taken, or something is wrong and the operator is called in."""

from dataclasses import asdict, dataclass, replace
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
from handlers.gathering import listen, start
from handlers.searches import step_aside
from handlers.states import Returning as Stand
from language.clean import clean
from services.claim_case import claim_case_of
from services.claim_deeds import ClaimTarget
from services.evidence import Purpose
from services.gathering import Gathering
from services.refusals import DraftGone
from services.returning import Returning
from views import contesting as views
from views.callback_data.returns import ContestParcel, ReceiveReplacement, SendContest, TakeBack
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="taking_back")
listen(router, Stand.contest)
_KEY: Final = "contest"


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What is wrong with goods that came, not sent yet; its photos are in the bundle."""

    claim_id: int
    version: int
    bundle_id: int
    reason: str = ""


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
    gathering = Gathering(desk.books, desk.person)
    bundle = await gathering.begin(Purpose.RETURN, case.order.id, target.claim_id)
    await start(state, bundle, Stand.contest)
    await _keep(state, _Complaint(target.claim_id, target.version, bundle.id))
    return Reply(views.ask_what_is_wrong(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(Stand.contest), Words())
async def hear_what_is_wrong(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The reason; whether the operator is to be called in is asked once more."""
    complaint = await _kept(state)
    case = await claim_case_of(desk.books, desk.person, complaint.claim_id)
    try:
        reason = usable(clean(words))
    except ReasonUnusable as refusal:
        problem = escape(refusal_text(desk.reader, refusal))
        return Reply(views.ask_what_is_wrong(desk.reader, case, problem))
    await _keep(state, replace(complaint, reason=reason))
    return Reply(views.sure_of_contest(desk.reader, case, reason))


@router.callback_query(Pressed(SendContest))
async def contest(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendContest) -> Reply:
    """The operator is called in."""
    complaint = await _kept(state, pressed.claim_id)
    if not complaint.reason:
        raise DraftGone
    await step_aside(state)
    await state.update_data({_KEY: None})
    await Gathering(desk.books, desk.person).done(complaint.bundle_id)
    target = ClaimTarget(complaint.claim_id, complaint.version)
    return await shown(desk, Returning(desk.books, desk.person).contest(target, complaint.reason), target)


async def contest_under_way(desk: Desk, state: FSMContext, claim_id: int) -> Reply | None:
    """What is asked next about what is wrong with goods of this claim; None when nothing is."""
    record = (await state.get_data()).get(_KEY)
    if record is None or record["claim_id"] != claim_id:
        return None
    case = await claim_case_of(desk.books, desk.person, claim_id)
    if record["reason"]:
        return Reply(views.sure_of_contest(desk.reader, case, record["reason"]))
    return Reply(views.ask_what_is_wrong(desk.reader, case))


async def _ask(desk: Desk, target: ClaimTarget, deed: Deed) -> Reply:
    stale = await stale_card(desk, target, deed)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    return Reply(views.sure_of_receipt(desk.reader, case))


async def _keep(state: FSMContext, complaint: _Complaint) -> None:
    await state.update_data({_KEY: asdict(complaint)})
    await state.set_state(Stand.contest)


async def _kept(state: FSMContext, claim_id: int = 0) -> _Complaint:
    """What was begun. Raises DraftGone when nothing was, or it is about another claim."""
    record: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if record is None or claim_id not in (0, record["claim_id"]):
        raise DraftGone
    return _Complaint(**record)
