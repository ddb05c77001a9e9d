"""The record of a negotiation: all versions, one in full, the price as a chart; and all terms of its card."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.bargains import newer_card
from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.cases import case_of
from services.chronicle import chronicle_of, listed_prices
from views.callback_data.ledger import ShowChart, ShowTerms, ShowVersion, TurnHistory
from views.callback_data.negotiation import ShowHistory
from views.history import history
from views.negotiation import offer_card
from views.price_chart import price_chart
from views.version import version

router = Router(name="ledger")


@router.callback_query(Pressed(ShowHistory))
async def show_history(query: CallbackQuery, desk: Desk, pressed: ShowHistory) -> Reply:
    """The last page of all versions."""
    return Reply(history(desk.reader, await chronicle_of(desk.books, desk.person, pressed.negotiation_id)))


@router.callback_query(Pressed(TurnHistory))
async def turn_history(query: CallbackQuery, desk: Desk, pressed: TurnHistory) -> Reply:
    """Another page."""
    chronicle = await chronicle_of(desk.books, desk.person, pressed.negotiation_id)
    return Reply(history(desk.reader, chronicle, pressed.page))


@router.callback_query(Pressed(ShowVersion))
async def show_version(query: CallbackQuery, desk: Desk, pressed: ShowVersion) -> Reply:
    """One version in full."""
    chronicle = await chronicle_of(desk.books, desk.person, pressed.negotiation_id)
    return Reply(version(desk.reader, chronicle, pressed))


@router.callback_query(Pressed(ShowChart))
async def show_chart(query: CallbackQuery, desk: Desk, pressed: ShowChart) -> Reply:
    """The chart, below."""
    chronicle = await chronicle_of(desk.books, desk.person, pressed.negotiation_id)
    listed = await listed_prices(desk.books, chronicle)
    return Reply(price_chart(desk.reader, chronicle, listed), place=Place.BELOW)


@router.callback_query(Pressed(ShowTerms))
async def show_terms(query: CallbackQuery, desk: Desk, pressed: ShowTerms) -> Reply:
    """The card with all terms, or with those that changed; a newer offer is shown instead."""
    case = await case_of(desk.books, desk.person, pressed.negotiation_id)
    newer = await newer_card(desk, case, pressed.version)
    return newer or Reply(offer_card(desk.reader, case, whole=not pressed.only_changes))
