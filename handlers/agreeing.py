"""A side agrees to what is on the table; a seller says first where goods go back to, if nobody did."""

from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.details import AddressUnusable
from domain.lifecycle import Deed
from domain.settlement import ReturnIncomplete
from handlers.claiming import shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed, Words
from handlers.searches import step_aside
from handlers.states import AnsweringClaim
from language.address import read_address
from language.clean import clean
from services.address_book import AddressBook
from services.claim_case import ClaimCase, claim_case_of
from services.claim_deeds import ClaimTarget
from services.claiming import Claiming
from services.refusals import DraftGone
from views import return_address as views
from views.callback_data.claim import AgreeClaim, ReturnTo
from views.claim_steps import sure
from views.markup import Html, escape
from views.refusals import refusal_text

router = Router(name="agreeing")
_KEY: Final = "return_to"


@router.callback_query(Pressed(AgreeClaim, sure=False))
async def ask(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AgreeClaim) -> Reply:
    """Asks once more; of a return without an address, where it goes."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    stale = await stale_card(desk, target, Deed.AGREE)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    if case.asks_address:
        return await _ask_address(desk, state, case)
    return Reply(sure(desk.reader, case, Deed.AGREE))


@router.callback_query(Pressed(ReturnTo))
async def choose_address(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ReturnTo) -> Reply:
    """An address of the book."""
    stale = await stale_card(desk, ClaimTarget(pressed.claim_id, pressed.version), Deed.AGREE)
    if stale:
        return stale
    case = await claim_case_of(desk.books, desk.person, pressed.claim_id)
    entry = await AddressBook(desk.books.addresses, desk.person).entry(pressed.entry_id)
    return await _sure(desk, state, case, entry.delivery.address)


@router.message(StateFilter(AnsweringClaim.address), Words())
async def hear_address(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """Another address."""
    kept: dict[str, Any] | None = (await state.get_data()).get(_KEY)
    if kept is None:
        raise DraftGone()
    target = ClaimTarget(kept["claim_id"], kept["version"])
    stale = await stale_card(desk, target, Deed.AGREE)
    if stale:
        await step_aside(state)
        return stale
    case = await claim_case_of(desk.books, desk.person, target.claim_id)
    try:
        return await _sure(desk, state, case, read_address(clean(words)).delivery.address)
    except AddressUnusable as refusal:
        return await _ask_address(desk, state, case, escape(refusal_text(desk.reader, refusal)))


@router.callback_query(Pressed(AgreeClaim, sure=True))
async def agree(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: AgreeClaim) -> Reply:
    """It is agreed, or with a suggestion of the operator's approved."""
    target = ClaimTarget(pressed.claim_id, pressed.version)
    kept: dict[str, Any] = (await state.get_data()).get(_KEY) or {}
    is_for_this = (kept.get("claim_id"), kept.get("version")) == (target.claim_id, target.version)
    address = kept.get("address", "") if is_for_this else ""
    try:
        reply = await shown(
            desk, Claiming(desk.books, desk.person).agree(target, pressed.digest, address), target
        )
    except ReturnIncomplete:
        return await _ask_address(desk, state, await claim_case_of(desk.books, desk.person, target.claim_id))
    if is_for_this:
        await state.update_data({_KEY: None})
    return reply


async def _sure(desk: Desk, state: FSMContext, case: ClaimCase, address: str) -> Reply:
    await step_aside(state)
    await state.update_data({_KEY: {**_about(case), "address": address}})
    return Reply(sure(desk.reader, case, Deed.AGREE, address))


async def _ask_address(desk: Desk, state: FSMContext, case: ClaimCase, problem: Html | str = "") -> Reply:
    entries = await AddressBook(desk.books.addresses, desk.person).entries()
    await state.set_state(AnsweringClaim.address)
    await state.update_data({_KEY: _about(case)})
    return Reply(views.ask_return_address(desk.reader, case, entries, problem), place=Place.BELOW)


def _about(case: ClaimCase) -> dict[str, int]:
    return {"claim_id": case.claim.id, "version": case.claim.proposal.number}
