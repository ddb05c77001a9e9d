"""The buttons of a negotiation's card: accept, decline, withdraw."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.negotiation import Negotiation
from handlers.bargains import card, newer_card, shown, stale_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from handlers.searches import step_aside
from services.cases import case_of
from services.negotiating import Negotiating, Target
from views.callback_data.navigation import BringNegotiation, ShowNegotiation
from views.callback_data.negotiation import AcceptOffer, Ending, EndNegotiation
from views.ending import sure

router = Router(name="negotiation")


@router.callback_query(Pressed(ShowNegotiation))
async def show(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: ShowNegotiation) -> Reply:
    """The card as it stands now."""
    await step_aside(state)
    return await card(desk, pressed.negotiation_id)


@router.callback_query(Pressed(BringNegotiation))
async def bring(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: BringNegotiation) -> Reply:
    """The card below a list, or below words of the other side, which stay."""
    await step_aside(state)
    return replace(await card(desk, pressed.negotiation_id), place=Place.BELOW)


@router.callback_query(Pressed(AcceptOffer))
async def accept(query: CallbackQuery, desk: Desk, pressed: AcceptOffer) -> Reply:
    """The version on the button becomes the agreement."""
    target = Target(pressed.negotiation_id, pressed.version)
    deed = Negotiating(desk.books, desk.person).accept(target, pressed.digest)
    return await shown(desk, deed, pressed.negotiation_id)


@router.callback_query(Pressed(EndNegotiation, sure=False))
async def ask_whether_sure(query: CallbackQuery, desk: Desk, pressed: EndNegotiation) -> Reply:
    """Asks once more."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    if pressed.ending is Ending.DECLINE:
        stale = await stale_card(desk, pressed.negotiation_id, pressed.version)
    else:
        stale = await newer_card(desk, case, pressed.version)
    if stale:
        return stale
    return Reply(sure(desk.reader, case, pressed.ending))


@router.callback_query(Pressed(EndNegotiation, sure=True))
async def end(query: CallbackQuery, desk: Desk, pressed: EndNegotiation) -> Reply:
    """Declines or withdraws."""
    target = Target(pressed.negotiation_id, pressed.version)
    return await shown(desk, _end(desk, target, pressed.ending), pressed.negotiation_id)


async def _end(desk: Desk, target: Target, ending: Ending) -> Negotiation:
    bargain = Negotiating(desk.books, desk.person)
    if ending is Ending.DECLINE:
        return await bargain.decline(target)
    return await bargain.withdraw(target)
