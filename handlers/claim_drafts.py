"""The drafts of claims between two updates, one for each order, kept with the conversation's state."""

from typing import Any, Final

from aiogram.fsm.context import FSMContext

from handlers.searches import CLAIM_DRAFTS, step_aside
from services.claim_draft import ClaimDraft, draft_of, draft_record
from services.refusals import DraftGone

MOST_DRAFTS: Final = 20
_NOW: Final = "claim_order"


async def begun_claim(state: FSMContext, order_id: int) -> ClaimDraft | None:
    """The draft for this order, if one was begun."""
    record = (await _kept(state)).get(str(order_id))
    return draft_of(record) if record else None


async def opened_claim(state: FSMContext, order_id: int = 0) -> ClaimDraft:
    """The draft for this order, or the one that typed words belong to. Raises DraftGone."""
    known = order_id or (await state.get_data()).get(_NOW, 0)
    draft = await begun_claim(state, known)
    if draft is None:
        raise DraftGone()
    return draft


async def claim_of_bundle(state: FSMContext, bundle_id: int) -> ClaimDraft:
    """The draft whose photos are in this bundle. Raises DraftGone."""
    drafts = [draft_of(record) for record in (await _kept(state)).values()]
    found = next((draft for draft in drafts if draft.bundle_id == bundle_id), None)
    if found is None:
        raise DraftGone()
    return found


async def begun_claims(state: FSMContext) -> list[int]:
    """The orders on which claims were begun, the latest last."""
    return [int(order_id) for order_id in await _kept(state)]


async def keep_claim(state: FSMContext, draft: ClaimDraft) -> None:
    """Keeps the draft as the latest, which typed words belong to; the oldest beyond MOST_DRAFTS goes."""
    kept = await _kept(state)
    kept.pop(str(draft.order_id), None)
    latest = list(kept.items())[-(MOST_DRAFTS - 1) :]
    drafts = dict([*latest, (str(draft.order_id), draft_record(draft))])
    await state.update_data({CLAIM_DRAFTS: drafts, _NOW: draft.order_id})


async def forget_claim(state: FSMContext, order_id: int) -> None:
    """The claim was sent or given up."""
    await step_aside(state)
    kept = await _kept(state)
    kept.pop(str(order_id), None)
    await state.update_data({CLAIM_DRAFTS: kept})


async def _kept(state: FSMContext) -> dict[str, dict[str, Any]]:
    return dict((await state.get_data()).get(CLAIM_DRAFTS, {}))
