"""Claims: for lateness sent, all looked at, withdrawn and settled by buttons."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.claim import Claim, ClaimMoveNotAllowed, StaleClaim, TooEarlyToEscalate
from domain.claim_bounds import ClaimOpen
from domain.lifecycle import Deed
from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.order_cards import order_card
from handlers.searches import step_aside
from services.cases import order_case_of
from services.claim_case import claim_case_of
from services.claim_deeds import ClaimTarget
from services.claim_history import claim_history_of
from services.claiming import ClaimGrew, Claiming, NothingToClaim
from services.compensating import Compensating, NotEnoughOwed
from services.order_holds import PaymentUnderWay
from views.callback_data.claim import (
    BringClaim,
    DraftClaim,
    SendClaim,
    SettleClaim,
    ShowClaim,
    ShowProposals,
    WithdrawClaim,
)
from views.claim import claim_card
from views.claim_draft import claim_draft
from views.claim_steps import sure
from views.proposals import proposals
from views.refusals import refusal_text

router = Router(name="claiming")
_TOO_LATE: Final = (StaleClaim, ClaimMoveNotAllowed, TooEarlyToEscalate, NotEnoughOwed, PaymentUnderWay)


@router.callback_query(Pressed(DraftClaim))
async def draft(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DraftClaim) -> Reply:
    """What may be claimed now, below the card; nothing is sent yet."""
    await step_aside(state)
    reply = await _draft(desk, pressed.order_id)
    return replace(reply, place=Place.BELOW)


@router.callback_query(Pressed(SendClaim))
async def send(query: CallbackQuery, desk: Desk, pressed: SendClaim) -> Reply:
    """The claim goes to the seller, if it still comes to what was pressed."""
    try:
        claim = await Claiming(desk.books, desk.person).send(pressed.order_id, pressed.minor)
    except (NothingToClaim, ClaimGrew) as refusal:
        return await _draft(desk, pressed.order_id, refusal)
    return await card(desk, claim.id)


@router.callback_query(Pressed(ShowClaim))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowClaim) -> Reply:
    """The card as it stands now."""
    await step_aside(state)
    return await card(desk, pressed.claim_id)


@router.callback_query(Pressed(BringClaim))
async def bring(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringClaim) -> Reply:
    """The card below that of the order, which stays."""
    await step_aside(state)
    return replace(await card(desk, pressed.claim_id), place=Place.BELOW)


@router.callback_query(Pressed(WithdrawClaim, sure=False))
async def ask_to_withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawClaim) -> Reply:
    """Asks once more."""
    return await _ask(desk, ClaimTarget(pressed.claim_id, pressed.version), Deed.WITHDRAW)


@router.callback_query(Pressed(WithdrawClaim, sure=True))
async def withdraw(query: CallbackQuery, desk: Desk, pressed: WithdrawClaim) -> Reply:
    """The buyer takes the claim back."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    return await shown(desk, Claiming(desk.books, desk.person).withdraw(target), target)


@router.callback_query(Pressed(SettleClaim, sure=False))
async def ask_to_settle(query: CallbackQuery, desk: Desk, pressed: SettleClaim) -> Reply:
    """Asks once more."""
    deed = Deed.DEDUCT if pressed.deducted else Deed.COMPENSATE
    return await _ask(desk, ClaimTarget(pressed.claim_id, pressed.version), deed)


@router.callback_query(Pressed(SettleClaim, sure=True))
async def settle(query: CallbackQuery, desk: Desk, pressed: SettleClaim) -> Reply:
    """What was agreed is paid, or deducted from what the buyer still owes."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    compensating = Compensating(desk.books, desk.person)
    deed = compensating.deduct(target) if pressed.deducted else compensating.pay(target)
    return await shown(desk, deed, target)


@router.callback_query(Pressed(ShowProposals))
async def show_proposals(query: CallbackQuery, desk: Desk, pressed: ShowProposals) -> Reply:
    """A page of all proposals."""
    history = await claim_history_of(desk.books, desk.person, pressed.claim_id)
    return Reply(proposals(desk.reader, history, pressed.page))


async def card(desk: Desk, claim_id: int, refusal: Refusal | None = None) -> Reply:
    """The claim as it stands now, and why it is not what was pressed."""
    case = await claim_case_of(desk.books, desk.person, claim_id)
    toast = refusal_text(desk.reader, refusal) if refusal else ""
    return Reply(claim_card(desk.reader, case), toast=toast, alert=bool(toast))


async def shown(desk: Desk, deed: Awaitable[Claim], target: ClaimTarget) -> Reply:
    """The card after the deed; if the deed came too late, the current card and why.

    Where another claim on the order stands in the way, that one's card.
    """
    try:
        await deed
    except _TOO_LATE as refusal:
        return await card(desk, target.claim_id, refusal)
    except ClaimOpen as refusal:
        other = refusal.facts["claim_id"]
        assert isinstance(other, int), "the refusal names the claim"
        return await card(desk, other, refusal)
    return await card(desk, target.claim_id)


async def stale_card(desk: Desk, target: ClaimTarget, deed: Deed) -> Reply | None:
    """The current card and a kind word when this version, or this deed, is not the person's any more."""
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    current = case.claim.proposal.number
    if current != target.version:
        return await card(desk, target.claim_id, StaleClaim(version=target.version, current=current))
    may = case.agreeing if deed is Deed.AGREE else case.may(deed)
    if not may:
        return await card(desk, target.claim_id, ClaimMoveNotAllowed(status=case.claim.status))
    return None


async def _ask(desk: Desk, target: ClaimTarget, deed: Deed) -> Reply:
    """Asks once more; a deed that is not possible now is refused with the current card."""
    stale = await stale_card(desk, target, deed)
    if stale:
        return stale
    return Reply(sure(desk.reader, await claim_case_of(desk.books, desk.person, target.claim_id), deed))


async def _draft(desk: Desk, order_id: int, refusal: Refusal | None = None) -> Reply:
    case = await order_case_of(desk.books, desk.person, order_id)
    amount = case.late.claimable if case.late else None
    toast = refusal_text(desk.reader, refusal or NothingToClaim()) if refusal or amount is None else ""
    if case.late is None or amount is None:
        return await order_card(desk, order_id, toast)
    return Reply(claim_draft(desk.reader, case.late, amount), toast=toast, alert=bool(toast))
