"""Sending an inquiry to several suppliers: the form becomes the comparison of their answers to come."""

from handlers.desk import Desk, Reply
from services.comparing.comparison import comparison_of_rfq
from services.comparing.sending import send
from services.drafting import Form
from views import comparison as views
from views import several


async def several_sent(desk: Desk, form: Form) -> Reply:
    """Sends what the card shows. Raises NobodyToAsk."""
    sent = await send(desk.books, desk.person, form)
    found = await comparison_of_rfq(desk.books, desk.person, sent.rfq_id)
    return Reply(views.rfq(desk.reader, found, above=several.sent(desk.reader, sent)))
