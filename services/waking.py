"""After an outage: presses were lost, so what is open is shown again and gets the lost time back."""

from datetime import timedelta
from typing import Final

from domain.people import Side
from services.notices import News, Notice
from services.ports import Books
from services.recording import tell_side

OUTAGE: Final = timedelta(minutes=2)
"""Telegram drops presses that it could not deliver for 150 seconds."""


async def give_time_back(books: Books, lost: timedelta) -> None:
    """Prolongs whatever is open by the time that was lost."""
    await books.negotiations.prolong(lost)
    await books.orders.prolong(lost)


async def show_negotiations_again(books: Books, after: int, limit: int) -> int | None:
    """Posts open negotiations above id `after` to whom they wait for; returns the last id, or None."""
    page = await books.negotiations.open_after(after, limit)
    for negotiation in page:
        if negotiation.waits_for is not None:
            notice = Notice(News.OPEN_AGAIN, negotiation.id, negotiation.offer.number)
            await tell_side(books, negotiation, negotiation.waits_for, notice)
    return page[-1].id if page else None


async def show_orders_again(books: Books, after: int, limit: int) -> int | None:
    """Posts unconfirmed orders above id `after` to whom they wait for; returns the last id, or None."""
    page = await books.orders.unconfirmed_after(after, limit)
    for order in page:
        for side in Side:
            if side in order.unconfirmed_by:
                await tell_side(books, order, side, Notice(News.ORDER_TO_CONFIRM, order.id, order.revision))
    return page[-1].id if page else None
