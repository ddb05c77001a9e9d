"""An operator suggests a settlement, or decides: one question after the other, answered by buttons."""

from typing import Any, Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.claim import (
    AboveClaim,
    BelowRepaid,
    ClaimMoveNotAllowed,
    DecidedAlready,
    SameSettlement,
    StaleClaim,
)
from handlers.desk import Desk, Reply
from handlers.disputes import dispute_card
from handlers.filters import Operators, Pressed
from services.arbitrating import Arbitrating
from services.dispute import Dispute, return_addresses
from services.refusals import DraftGone
from services.ruling_draft import RulingDraft, Step, answered, from_record, to_record
from views import ruling as views
from views.callback_data.disputes import (
    AnswerRuling,
    BackInRuling,
    BeginRuling,
    SendRuling,
    TryAmount,
)

router = Router(name="ruling")

_KEY: Final = "ruling"
_TOO_LATE: Final = (
    StaleClaim,
    ClaimMoveNotAllowed,
    DecidedAlready,
    SameSettlement,
    AboveClaim,
    BelowRepaid,
)
"""What somebody did meanwhile, or what is on the table already."""


@router.callback_query(Pressed(BeginRuling), Operators())
async def begin(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BeginRuling) -> Reply:
    """The first question about what is on the table now."""
    dispute = await Arbitrating(desk.books, desk.person).see(pressed.claim_id)
    if not dispute.is_open:
        return await dispute_card(desk, pressed.claim_id, ClaimMoveNotAllowed(status=dispute.claim.status))
    addresses = await return_addresses(desk.books, dispute.claim)
    draft = RulingDraft(
        pressed.claim_id,
        dispute.claim.proposal.number,
        pressed.is_final,
        tuple(addresses),
        is_sent_back=dispute.is_sent_back,
    )
    return await _ask(desk, state, dispute, draft)


@router.callback_query(Pressed(TryAmount), Operators())
async def try_amount(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: TryAmount) -> Reply:
    """The amount as it would be now."""
    dispute, draft = await _draft(desk, state, pressed.claim_id)
    answered(draft, dispute.claim, Step.AMOUNT, str(pressed.minor))
    return Reply(views.ask_amount(desk.reader, dispute, draft, pressed.minor))


@router.callback_query(Pressed(AnswerRuling), Operators())
async def answer(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AnswerRuling) -> Reply:
    """One more answer; the next question."""
    dispute, draft = await _draft(desk, state, pressed.claim_id)
    changed = answered(draft, dispute.claim, pressed.step, pressed.value)
    return await _ask(desk, state, dispute, changed)


@router.callback_query(Pressed(BackInRuling), Operators())
async def back(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BackInRuling) -> Reply:
    """The question before; before the first there is the dispute."""
    dispute, draft = await _draft(desk, state, pressed.claim_id)
    before = draft.back()
    if before == draft:
        return await dispute_card(desk, pressed.claim_id)
    return await _ask(desk, state, dispute, before)


@router.callback_query(Pressed(SendRuling), Operators())
async def send(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: SendRuling) -> Reply:
    """It is suggested, or decided, unless somebody was faster: then what stands now, and why."""
    dispute, draft = await _draft(desk, state, pressed.claim_id)
    if draft.step is not None or draft.version != pressed.version:
        raise DraftGone()
    arbitrating = Arbitrating(desk.books, desk.person)
    rule = arbitrating.decide if draft.is_final else arbitrating.suggest
    try:
        await rule(pressed.claim_id, draft.ruling(dispute.claim.claimed.currency))
    except _TOO_LATE as refusal:
        return await dispute_card(desk, pressed.claim_id, refusal)
    await _keep(state, None)
    return await dispute_card(desk, pressed.claim_id)


async def _draft(desk: Desk, state: FSMContext, claim_id: int) -> tuple[Dispute, RulingDraft]:
    """What was answered so far for this dispute. Raises DraftGone, NotFound, OwnDispute."""
    dispute = await Arbitrating(desk.books, desk.person).see(claim_id)
    record = (await state.get_data()).get(_KEY)
    if not record or record["claim_id"] != claim_id:
        raise DraftGone()
    return dispute, from_record(record)


async def _ask(desk: Desk, state: FSMContext, dispute: Dispute, draft: RulingDraft) -> Reply:
    await _keep(state, to_record(draft))
    return Reply(views.ask(desk.reader, dispute, draft))


async def _keep(state: FSMContext, record: dict[str, Any] | None) -> None:
    await state.update_data({_KEY: record})
