"""Edits of what was said to the other side: passed on as edits, never read as terms."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.desk import Desk, Reply
from handlers.said import said_in
from services import asking
from services.talk import Message as Talk
from services.talk import MessageUnusable, TooManyFiles
from views import talk
from views.refusals import refused

router = Router(name="rewriting")


class EditsTalk(Filter):
    """An edit of what was carried to the other side; the handler gets its first wording as `first`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "an edit of what was said:"

    async def __call__(self, message: Message, desk: Desk) -> bool | dict[str, Any]:
        """Whether it is; with the first wording."""
        first = await desk.books.talk.written(desk.person.id, message.message_id)
        return {"first": first} if first else False


@router.edited_message(EditsTalk())
async def pass_on_edit(message: Message, desk: Desk, first: Talk) -> Reply:
    """The other side sees what was changed; the first wording stays on record and so do the terms."""
    said = said_in(message)
    if said is None:
        return Reply()
    try:
        edited = await asking.rewrite(desk.books, desk.person, first, said)
    except (MessageUnusable, TooManyFiles) as refusal:
        return Reply(refused(desk.reader, refusal))
    return Reply(talk.edit_sent(desk.reader, edited)) if edited else Reply()
