"""An operator decides on applications for a qualification."""

from collections.abc import Awaitable
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.application import MAX_REASON_LENGTH, ApplicationDecided, Reason, ReasonUnusable
from handlers.desk import Desk, Place, Reply
from handlers.filters import Operators, Pressed, Words
from handlers.searches import step_aside
from handlers.states import Administering
from language.clean import clean
from services.deciding import Deciding, Dossier
from services.refusals import DraftGone, NotFound
from views import deciding as views
from views.callback_data.qualification import (
    Grant,
    ListApplications,
    Refuse,
    RefuseFor,
    ShowApplication,
    ShowProof,
)
from views.refusals import refusal_text

router = Router(name="deciding")

_KEY: Final = "refusing"


@router.callback_query(Pressed(ListApplications), Operators())
async def show_pending(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ListApplications
) -> Reply:
    """The applications that wait, oldest first."""
    await step_aside(state)
    found = await Deciding(desk.books, desk.person).pending(pressed.page)
    return Reply(views.pending(desk.reader, views.Pending(*found)))


@router.callback_query(Pressed(ShowApplication), Operators())
async def show_application(
    query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowApplication
) -> Reply:
    """One of them, as it stands now."""
    await step_aside(state)
    return await _card(desk, pressed.application_id)


@router.callback_query(Pressed(ShowProof), Operators())
async def show_proof(query: CallbackQuery, desk: Desk, pressed: ShowProof) -> Reply:
    """One photo, below."""
    seen = await Deciding(desk.books, desk.person).see(pressed.application_id)
    if not 0 < pressed.number <= len(seen.proofs):
        raise NotFound(what="photo")
    shown = seen.proofs[pressed.number - 1]
    return Reply(views.proof(desk.reader, seen, pressed.number, shown), place=Place.BELOW)


@router.callback_query(Pressed(Grant, is_sure=False), Operators())
async def ask_to_grant(query: CallbackQuery, desk: Desk, pressed: Grant) -> Reply:
    """Before the platform vouches for a supplier."""
    seen = await Deciding(desk.books, desk.person).see(pressed.application_id)
    return Reply(views.really_grant(desk.reader, seen)) if seen.is_pending else _too_late(desk, seen)


@router.callback_query(Pressed(Grant, is_sure=True), Operators())
async def grant(query: CallbackQuery, desk: Desk, pressed: Grant) -> Reply:
    """The platform vouches for the supplier from now on."""
    deciding = Deciding(desk.books, desk.person)
    return await _decided(desk, deciding.grant(pressed.application_id), pressed.application_id)


@router.callback_query(Pressed(Refuse), Operators())
async def ask_reason(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: Refuse) -> Reply:
    """Why; typed words are the reason from now on."""
    seen = await Deciding(desk.books, desk.person).see(pressed.application_id)
    if not seen.is_pending:
        return _too_late(desk, seen)
    await state.set_state(Administering.reason)
    await state.update_data({_KEY: [pressed.application_id, ""]})
    return Reply(views.ask_reason(desk.reader, seen))


@router.message(StateFilter(Administering.reason), Words())
async def hear_reason(message: Message, desk: Desk, state: FSMContext, words: str) -> Reply:
    """A reason of the operator's own; asked once more."""
    number, _ = (await state.get_data())[_KEY]
    reason = clean(words).strip()
    if not 0 < len(reason) <= MAX_REASON_LENGTH:
        raise ReasonUnusable(most=MAX_REASON_LENGTH)
    await state.update_data({_KEY: [number, reason]})
    seen = await Deciding(desk.books, desk.person).see(number)
    return Reply(views.really_refuse(desk.reader, seen, Reason.OTHER, reason))


@router.callback_query(Pressed(RefuseFor, is_sure=False), Operators())
async def ask_to_refuse(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefuseFor) -> Reply:
    """Before a supplier is refused."""
    seen = await Deciding(desk.books, desk.person).see(pressed.application_id)
    words = await _words(state, pressed)
    return Reply(views.really_refuse(desk.reader, seen, pressed.reason, words))


@router.callback_query(Pressed(RefuseFor, is_sure=True), Operators())
async def refuse(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: RefuseFor) -> Reply:
    """The supplier is refused, and told why."""
    words = await _words(state, pressed)
    await step_aside(state)
    deciding = Deciding(desk.books, desk.person)
    refusing = deciding.refuse(pressed.application_id, pressed.reason, words)
    return await _decided(desk, refusing, pressed.application_id)


async def _words(state: FSMContext, pressed: RefuseFor) -> str:
    """What was typed for this application. Raises DraftGone."""
    if pressed.reason is not Reason.OTHER:
        return ""
    number, words = (await state.get_data()).get(_KEY, (0, ""))
    if number != pressed.application_id or not words:
        raise DraftGone()
    return str(words)


async def _decided(desk: Desk, deed: Awaitable[Dossier], application_id: int) -> Reply:
    """The card after the decision; if somebody was faster, what he decided."""
    try:
        seen = await deed
    except ApplicationDecided:
        return _too_late(desk, await Deciding(desk.books, desk.person).see(application_id))
    return Reply(views.dossier(desk.reader, seen, desk.person))


def _too_late(desk: Desk, seen: Dossier) -> Reply:
    toast = refusal_text(desk.reader, ApplicationDecided())
    return Reply(views.dossier(desk.reader, seen, desk.person), toast=toast, alert=True)


async def _card(desk: Desk, application_id: int) -> Reply:
    seen = await Deciding(desk.books, desk.person).see(application_id)
    return Reply(views.dossier(desk.reader, seen, desk.person))
