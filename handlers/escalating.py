"""Calling the operator in, and adding evidence to a claim."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.claim import ClaimMoveNotAllowed, StaleClaim
from domain.lifecycle import Deed
from handlers import gathering
from handlers.claiming import card, shown
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.searches import step_aside
from services.adding_evidence import AddingEvidence
from services.claim_case import claim_case_of
from services.claim_deeds import ClaimTarget
from services.escalating import Escalating
from services.evidence import Purpose
from views import evidence_asked
from views.callback_data.disputes import AddEvidence, EscalateClaim
from views.callback_data.evidence import DoneGathering
from views.claim_decision import sure_to_escalate

router = Router(name="escalating")


@router.callback_query(Pressed(EscalateClaim, sure=False))
async def ask_to_escalate(query: CallbackQuery, desk: Desk, pressed: EscalateClaim) -> Reply:
    """Asks once more; the deed itself is refused when it is sure."""
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    current = case.claim.proposal.number
    if current != pressed.version:
        stale = StaleClaim(version=pressed.version, current=current)
        return await card(desk, pressed.claim_id, stale)
    if not case.may(Deed.ESCALATE):
        return await card(desk, pressed.claim_id, ClaimMoveNotAllowed(status=case.claim.status))
    return Reply(sure_to_escalate(desk.reader, case))


@router.callback_query(Pressed(EscalateClaim, sure=True))
async def escalate(query: CallbackQuery, desk: Desk, pressed: EscalateClaim) -> Reply:
    """The operator is called in; if that cannot be now, the current card and why."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    return await shown(desk, Escalating(desk.books, desk.person).escalate(target), target)


@router.callback_query(Pressed(AddEvidence))
async def add_evidence(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AddEvidence) -> Reply:
    """Files belong to the claim from now on, until Done."""
    try:
        bundle = await AddingEvidence(desk.books, desk.person).begin(pressed.claim_id)
    except ClaimMoveNotAllowed as refusal:
        return await card(desk, pressed.claim_id, refusal)
    await gathering.start(state, bundle)
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    return Reply(evidence_asked.ask_files(desk.reader, case, bundle), place=Place.BELOW)


@router.callback_query(Pressed(DoneGathering, purpose=Purpose.ADDENDUM))
async def evidence_added(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DoneGathering
) -> Reply:
    """The other side is told, in a dispute the operators too."""
    await step_aside(state)
    bundle = await AddingEvidence(desk.books, desk.person).done(pressed.bundle_id)
    return await card(desk, bundle.claim_id)
