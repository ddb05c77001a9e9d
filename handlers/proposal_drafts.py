"""The draft of a proposal between two updates, kept with the conversation's state."""

from dataclasses import replace
from typing import Final

from aiogram.fsm.context import FSMContext

from handlers.desk import Desk
from handlers.searches import step_aside
from handlers.states import AnsweringClaim
from services.claim_case import claim_case_of
from services.proposal_draft import ProposalDraft, from_record, to_record
from services.proposing import begun
from services.refusals import DraftGone

_KEY: Final = "proposal"


async def begin(desk: Desk, state: FSMContext, claim_id: int) -> ProposalDraft:
    """A new draft; what was said in one that another proposal overtook is kept, to be looked over."""
    case = await claim_case_of(desk.books, desk.person, claim_id)
    current = case.claim.proposal.number
    kept = await _kept(state)
    is_overtaken = kept is not None and kept.claim_id == claim_id and kept.version != current
    draft = replace(kept, version=current) if kept and is_overtaken else begun(case)
    await keep(state, draft)
    return draft


async def opened(state: FSMContext, claim_id: int = 0, version: int = 0) -> ProposalDraft:
    """The draft under way. Raises DraftGone when there is none, or it is not about this version."""
    kept = await _kept(state)
    if kept is None or (claim_id, version) not in ((0, 0), (kept.claim_id, kept.version)):
        raise DraftGone()
    return kept


async def keep(state: FSMContext, draft: ProposalDraft) -> None:
    """Keeps the draft for the next update, which answers its question."""
    await state.set_state(AnsweringClaim.proposal)
    await state.update_data({_KEY: to_record(draft)})


async def drop(state: FSMContext) -> None:
    """Forgets the draft: it was sent."""
    await step_aside(state)
    await state.update_data({_KEY: None})


async def _kept(state: FSMContext) -> ProposalDraft | None:
    record = (await state.get_data()).get(_KEY)
    return from_record(record) if record else None
