"""Groups: the bot negotiates in private and says so when a command calls it."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.desk import Desk, Reply
from views.hints import private_only

router = Router(name="groups")


class InGroup(Filter):
    """Anything that did not happen in a private chat."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "in a group"

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        """Whether it is."""
        message = event.message if isinstance(event, CallbackQuery) else event
        return message is not None and message.chat.type != "private"


@router.message(InGroup())
async def point_to_private(message: Message, desk: Desk) -> Reply:
    """A command gets a hint; people's talk among themselves gets silence."""
    is_command = (message.text or "").startswith("/")
    return Reply(private_only(desk.reader)) if is_command else Reply()


@router.edited_message(InGroup())
async def pass_over(message: Message) -> Reply:
    """Silence."""
    return Reply()


@router.callback_query(InGroup())
async def answer_press(query: CallbackQuery, desk: Desk) -> Reply:
    """A press gets its answer."""
    return Reply(toast=private_only(desk.reader).text)
