"""Answers to a deed in a negotiation: its card, with a kind word when the deed came too late."""

from collections.abc import Awaitable

from domain.negotiation import AlteredOffer, MoveNotAllowed, Negotiation, NothingChanged, StaleVersion
from domain.refusal import Refusal
from handlers.desk import Desk, Place, Reply
from services.cases import Case, case_of
from views.negotiation import offer_card
from views.refusals import refusal_text


async def shown(desk: Desk, deed: Awaitable[Negotiation], negotiation_id: int) -> Reply:
    """The card after the deed; if the deed came too late, the current card and why.

    The trade refuses before it writes anything, so nothing of the deed remains.
    """
    try:
        negotiation_id = (await deed).id
    except (StaleVersion, AlteredOffer, MoveNotAllowed, NothingChanged) as refusal:
        return await card(desk, negotiation_id, refusal)
    return await card(desk, negotiation_id)


async def card(desk: Desk, negotiation_id: int, refusal: Refusal | None = None) -> Reply:
    """The negotiation as it stands now, and why it is not what was pressed.

    A newer offer must be noticed: it opens a window, and its card comes below, where the newest belongs;
    what is simply done already is a passing toast.
    """
    screen = offer_card(desk.reader, await case_of(desk.books, desk.person, negotiation_id))
    toast = refusal_text(desk.reader, refusal) if refusal else ""
    if isinstance(refusal, StaleVersion):
        return Reply(screen, toast=toast, alert=True, place=Place.BELOW)
    return Reply(screen, toast=toast)


async def stale_card(desk: Desk, negotiation_id: int, version: int) -> Reply | None:
    """The current card and a kind word when this version is not the person's to answer any more."""
    case = await case_of(desk.books, desk.person, negotiation_id)
    newer = await newer_card(desk, case, version)
    if newer is None and not case.is_my_turn:
        return await card(desk, negotiation_id, MoveNotAllowed())
    return newer


async def newer_card(desk: Desk, case: Case, version: int) -> Reply | None:
    """The current card and a kind word when a newer version stands than this."""
    current = case.negotiation.offer.number
    if current == version:
        return None
    return await card(desk, case.negotiation.id, StaleVersion(version=version, current=current))
