"""The case file of an order: asked for by a press, made and sent as a letter of its own."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.case_file import check_case_file
from services.notices import News, Notice
from views.callback_data.case_file import MakeCaseFile
from views.case_file import being_made

router = Router(name="case_file")


@router.callback_query(Pressed(MakeCaseFile))
async def make_case_file(query: CallbackQuery, desk: Desk, pressed: MakeCaseFile) -> Reply:
    """The file follows, made for who the person is when it is sent."""
    order = await check_case_file(desk.books, desk.person, pressed.order_id)
    desk.books.post.tell(desk.person.id, Notice(News.CASE_FILE, order.id))
    return Reply(being_made(desk.reader, order.number), place=Place.BELOW)
