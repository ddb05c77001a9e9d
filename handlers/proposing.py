"""A proposal for a claim: asked step by step or said in one line, looked over, and sent."""

from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.claim import AboveClaim
from domain.details import AddressUnusable
from domain.lifecycle import Deed
from domain.proposal import ReasonUnusable
from domain.refusal import Refusal
from handlers.claiming import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.proposal_drafts import begin, drop, keep, opened
from handlers.states import AnsweringClaim
from language.clean import clean
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from services.proposal_draft import ProposalDraft
from services.proposing import ProposalUnclear, Proposing, proposal_form
from views import proposal_form as views
from views.callback_data.claim import ProposeClaim
from views.callback_data.proposal import AnswerProposal, BackInProposal, SendProposal
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="proposing")
_ASKED_AGAIN: Final = (AboveClaim, ReasonUnusable, AddressUnusable, ProposalUnclear)


@router.callback_query(Pressed(ProposeClaim))
async def propose(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ProposeClaim) -> Reply:
    """The first question, or what is left of a form that another proposal overtook."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    stale = await stale_card(desk, target, Deed.PROPOSE)
    if stale:
        return stale
    draft = await begin(desk, state, pressed.claim_id)
    reply = await _asked(desk, draft)
    return Reply(reply.screen, place=Place.BELOW)


@router.callback_query(Pressed(AnswerProposal))
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerProposal) -> Reply:
    """A question is answered by a button."""
    draft = await opened(state, pressed.claim_id, pressed.version)
    form = await proposal_form(desk.books, desk.person, draft)
    answered = await Proposing(desk.books, desk.person, form).press(pressed.step, pressed.value)
    return await _went_on(desk, state, answered)


@router.callback_query(Pressed(BackInProposal))
async def go_back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BackInProposal) -> Reply:
    """The question before, once more."""
    draft = await opened(state, pressed.claim_id, pressed.version)
    return await _went_on(desk, state, draft.back())


@router.message(StateFilter(AnsweringClaim.proposal), Words())
async def hear(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A question is answered in words, or the whole form in one line."""
    draft = await opened(state)
    form = await proposal_form(desk.books, desk.person, draft)
    try:
        answered = Proposing(desk.books, desk.person, form).hear(clean(words))
    except _ASKED_AGAIN as refusal:
        return await _asked(desk, draft, refusal)
    return await _went_on(desk, state, answered)


@router.callback_query(Pressed(SendProposal))
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendProposal) -> Reply:
    """The proposal goes to the other side; of one that came too late the draft is kept."""
    draft = await opened(state, pressed.claim_id, pressed.version)
    form = await proposal_form(desk.books, desk.person, draft)
    if draft.step is not None:
        return await _asked(desk, draft)
    target = ClaimTarget(draft.claim_id, draft.version)
    stale = await stale_card(desk, target, Deed.PROPOSE)
    if stale:
        return stale
    settlement = draft.settlement(form.case.claim.claimed.currency)
    reply = await shown(
        desk, Claiming(desk.books, desk.person).propose(target, settlement, draft.reason), target
    )
    await drop(state)
    return reply


async def _went_on(desk: Desk, state: FSMContext, draft: ProposalDraft) -> Reply:
    """The next question; if somebody proposed something else meanwhile, the current card."""
    await keep(state, draft)
    stale = await stale_card(desk, ClaimTarget(draft.claim_id, draft.version), Deed.PROPOSE)
    return stale or await _asked(desk, draft)


async def _asked(desk: Desk, draft: ProposalDraft, refusal: Refusal | None = None) -> Reply:
    form = await proposal_form(desk.books, desk.person, draft)
    if draft.step is None:
        return Reply(views.summary(desk.reader, form))
    problem = escape(refusal_text(desk.reader, refusal)) if refusal else ""
    return Reply(views.question(desk.reader, form, problem))
