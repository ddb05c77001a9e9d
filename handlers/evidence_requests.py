"""An operator asks the sides of a dispute for evidence: whom, what and for how long, by buttons."""

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.claim import ClaimMoveNotAllowed
from domain.people import Side
from handlers.desk import Desk, Reply
from handlers.disputes import dispute_card
from handlers.filters import Operators, Pressed
from services.arbitrating import Arbitrating, Asked
from services.dispute import Dispute
from views import evidence_asked as views
from views.callback_data.disputes import AskEvidence, AskFor, AskWhat, AskWhom, Whom

router = Router(name="evidence_requests")

_OF: Final = {Whom.BUYER: Side.BUYER, Whom.SELLER: Side.SELLER, Whom.BOTH: None}


@router.callback_query(Pressed(AskEvidence), Operators())
async def ask_whom(query: CallbackQuery, desk: Desk, pressed: AskEvidence) -> Reply:
    """Whom to ask."""
    return Reply(views.ask_whom(desk.reader, await _see(desk, pressed.claim_id)))


@router.callback_query(Pressed(AskWhom), Operators())
async def ask_what(query: CallbackQuery, desk: Desk, pressed: AskWhom) -> Reply:
    """What to ask for."""
    return Reply(views.ask_what(desk.reader, await _see(desk, pressed.claim_id), pressed.whom))


@router.callback_query(Pressed(AskWhat), Operators())
async def ask_days(query: CallbackQuery, desk: Desk, pressed: AskWhat) -> Reply:
    """For how long."""
    seen = await _see(desk, pressed.claim_id)
    return Reply(views.ask_days(desk.reader, seen, pressed.whom, pressed.wanted))


@router.callback_query(Pressed(AskFor), Operators())
async def ask(query: CallbackQuery, desk: Desk, pressed: AskFor) -> Reply:
    """The sides are asked; the card says of whom what is awaited."""
    asked = Asked(pressed.wanted, pressed.days, _OF[pressed.whom])
    try:
        await Arbitrating(desk.books, desk.person).ask(pressed.claim_id, asked)
    except ClaimMoveNotAllowed as refusal:
        return await dispute_card(desk, pressed.claim_id, refusal)
    return await dispute_card(desk, pressed.claim_id)


async def _see(desk: Desk, claim_id: int) -> Dispute:
    return await Arbitrating(desk.books, desk.person).see(claim_id)
