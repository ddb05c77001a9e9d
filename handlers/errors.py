"""Every refusal of the trade becomes a kind answer; any other error is the pipeline's to retry."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import ErrorEvent

from domain.refusal import Refusal
from handlers.desk import Desk, Reply
from services.refusals import DraftGone
from views.refusals import refusal_text, refused

router = Router(name="errors")


class Refused(Filter):
    """An error that is a refusal; the handler gets it as `refusal`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a refusal"

    async def __call__(self, event: ErrorEvent) -> bool | dict[str, Any]:
        """Whether it is; with the refusal."""
        return {"refusal": event.exception} if isinstance(event.exception, Refusal) else False


@router.errors(Refused())
async def answer(event: ErrorEvent, refusal: Refusal, desk: Desk) -> Reply:
    """After a press a window over the card, which stays; after words a message.

    Send pressed twice is no mistake: that it was sent already passes by.
    """
    if event.update.pre_checkout_query:
        return Reply(toast=refusal_text(desk.reader, refusal), is_refusal=True)
    if event.update.callback_query:
        is_mistake = not isinstance(refusal, DraftGone)
        return Reply(toast=refusal_text(desk.reader, refusal), alert=is_mistake, is_refusal=True)
    return Reply(refused(desk.reader, refusal), is_refusal=True)
