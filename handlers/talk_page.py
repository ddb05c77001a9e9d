"""Reading again what was said about an order."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk, Place, Reply
from handlers.filters import Pressed
from services.cases import order_case_of
from services.negotiating import Negotiating
from services.pages import page_at, pages_of
from services.refusals import NotFound
from views import talk_page as views
from views.callback_data.talk_page import ShowAttachment, ShowTalk

router = Router(name="talk_page")


@router.callback_query(Pressed(ShowTalk))
async def show_talk(query: CallbackQuery, desk: Desk, pressed: ShowTalk) -> Reply:
    """A page of the messages."""
    case = await order_case_of(desk.books, desk.person, pressed.order_id)
    about = case.order.negotiation_id
    count = await desk.books.talk.count(about)
    number, pages = page_at(pressed.page, count, views.PAGE_SIZE), pages_of(count, views.PAGE_SIZE)
    found = await desk.books.talk.latest_of(about, number, views.PAGE_SIZE)
    return Reply(views.talk_page(desk.reader, case, views.TalkPage(found, number, pages)))


@router.callback_query(Pressed(ShowAttachment))
async def show_attachment(query: CallbackQuery, desk: Desk, pressed: ShowAttachment) -> Reply:
    """The file, below."""
    message = await desk.books.talk.get(pressed.message_id)
    if message is None or not message.has_attachment:
        raise NotFound(what="message")
    _, side = await Negotiating(desk.books, desk.person).see(message.negotiation_id)
    return Reply(views.attachment(desk.reader, side, message), place=Place.BELOW)
