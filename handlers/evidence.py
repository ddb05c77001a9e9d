"""Looking at evidence: its list by pages, and each file below."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.looking_at_evidence import LookingAtEvidence
from views import evidence as views
from views.callback_data.evidence import ShowClaimEvidence, ShowEvidence, ShowExhibit

router = Router(name="evidence")


@router.callback_query(Pressed(ShowEvidence))
async def show_bundle(query: CallbackQuery, desk: Desk, pressed: ShowEvidence) -> Reply:
    """The files of a bundle."""
    pile = await LookingAtEvidence(desk.books, desk.person).bundle(pressed.bundle_id)
    return Reply(views.evidence_list(desk.reader, pile, pressed))


@router.callback_query(Pressed(ShowClaimEvidence))
async def show_claim(query: CallbackQuery, desk: Desk, pressed: ShowClaimEvidence) -> Reply:
    """The files of a claim."""
    pile = await LookingAtEvidence(desk.books, desk.person).claim(pressed.claim_id)
    return Reply(views.evidence_list(desk.reader, pile, pressed))


@router.callback_query(Pressed(ShowExhibit))
async def show_exhibit(query: CallbackQuery, desk: Desk, pressed: ShowExhibit) -> Reply:
    """One file below the list."""
    looking = LookingAtEvidence(desk.books, desk.person)
    pile, exhibit = await looking.exhibit(pressed.exhibit_id)
    twins = await looking.twins(pile, exhibit)
    return Reply(views.exhibit_page(desk.reader, pile, exhibit, twins), place=Place.BELOW)
