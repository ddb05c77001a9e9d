"""The photos of a problem beside those of the golden sample, one pair a picture."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.golden_beside import beside
from views.callback_data.golden_beside import ShowBeside
from views.golden_beside import beside_page

router = Router(name="golden_beside")


@router.callback_query(Pressed(ShowBeside))
async def show(query: CallbackQuery, desk: Desk, pressed: ShowBeside) -> Reply:
    """The picture, below the card."""
    seen = await beside(desk.books, desk.person, pressed.bundle_id, pressed.page)
    return Reply(beside_page(desk.reader, seen), place=Place.BELOW)
