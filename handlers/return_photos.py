"""Photos of goods that travel because of a claim are all there: the question they belong to goes on."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.claiming import card
from handlers.desk import Desk, Reply
from handlers.filters import Pressed
from handlers.return_parcels import parcel_under_way
from handlers.taking_back import contest_under_way
from services.evidence import Purpose
from services.refusals import NotFound
from views.callback_data.evidence import DoneGathering

router = Router(name="return_photos")


@router.callback_query(Pressed(DoneGathering, purpose=Purpose.RETURN))
async def go_on(query: CallbackQuery, desk: Desk, state: FSMContext, pressed: DoneGathering) -> Reply:
    """The bundle is closed when its parcel or its complaint is sent; until then photos may come."""
    bundle = await desk.books.evidence.get(pressed.bundle_id)
    if bundle is None or bundle.person_id != desk.person.id:
        raise NotFound(what="evidence")
    about = bundle.claim_id
    under_way = await parcel_under_way(desk, state, about) or await contest_under_way(desk, state, about)
    return under_way or await card(desk, about)
