"""The seller refuses a claim and says why."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.lifecycle import Deed
from domain.proposal import ReasonUnusable
from handlers.claiming import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import AnsweringClaim
from language.clean import clean
from services.claim_case import claim_case_of
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from views.callback_data.claim import RefuseClaim
from views.claim_steps import ask_refusal
from views.markup import escape
from views.refusals import refusal_text

router = Router(name="refusing")
_KEY: Final = "refused_claim"


@router.callback_query(Pressed(RefuseClaim))
async def refuse(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefuseClaim) -> Reply:
    """Asks why."""
    stale = await stale_card(desk, ClaimTarget(pressed.claim_id, pressed.version), Deed.REFUSE)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    await state.set_state(AnsweringClaim.refusal)
    await state.update_data({_KEY: {"claim_id": pressed.claim_id, "version": pressed.version}})
    return Reply(ask_refusal(desk.reader, case), place=Place.BELOW)


@router.message(StateFilter(AnsweringClaim.refusal), Words())
async def hear_reason(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """The buyer reads why."""
    kept: dict[str, Any] = (await state.get_data())[_KEY]
    target = ClaimTarget(**kept)
    try:
        reply = await shown(desk, Claiming(desk.books, desk.person).refuse(target, clean(words)), target)
    except ReasonUnusable as refusal:
        case = await claim_case_of(desk.books, desk.person, target.claim_id)
        return Reply(ask_refusal(desk.reader, case, escape(refusal_text(desk.reader, refusal))))
    await step_aside(state)
    return reply
