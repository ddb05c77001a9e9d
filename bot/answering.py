"""From a handler's reply to the letter that answers: what happened, where, and which message is edited."""

from dataclasses import dataclass
from typing import Final

from aiogram.types import (
    CallbackQuery,
    ChatMemberUpdated,
    Message,
    PreCheckoutQuery,
    TelegramObject,
    Update,
    User,
)
from aiogram.types.update import UpdateTypeLookupError

from handlers.desk import Place, Reply
from services.mail import fast_lane
from views.reply import ReplyLetter

SERVICE_SENDERS: Final = frozenset({777000, 1087968824, 136817688})
"""Telegram itself, anonymous administrators and channels: nobody's ids, hence nobody's rights."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A reply and the chat it goes to."""

    chat_id: int
    reply: ReplyLetter


class EffectRefused(Exception):
    """The trade refused; what was done so far is undone and only `answer` is said."""

    def __init__(self, answer: Addressed) -> None:
        super().__init__("refused")
        self.answer = answer


def event_of(update: Update) -> TelegramObject | None:
    """What the update is about; None for a kind that we do not know."""
    try:
        return update.event
    except UpdateTypeLookupError:
        return None


def addressed(event: TelegramObject | None, reply: Reply, sender_id: int) -> Addressed:
    """The reply on its way to the chat in which it happened, or to the sender if we cannot see the chat.

    The answer to the question before a payment overtakes all that waits for the sender.
    """
    if isinstance(event, PreCheckoutQuery):
        return Addressed(fast_lane(sender_id), letter_of(event, reply))
    return Addressed(chat_of(event) or sender_id, letter_of(event, reply))


def sender_of(event: TelegramObject | None) -> User | None:
    """The person who acts; None for a bot, a chat that speaks as itself, and Telegram's own senders."""
    sender: User | None = getattr(event, "from_user", None)
    if sender is None or sender.is_bot or sender.id in SERVICE_SENDERS:
        return None
    return None if getattr(event, "sender_chat", None) else sender


def chat_of(event: TelegramObject | None) -> int | None:
    """The chat in which it happened; None for a press on a message we cannot see."""
    shown = event.message if isinstance(event, CallbackQuery) else event
    chat = getattr(shown, "chat", None)
    return chat.id if chat else None


def is_heard_in_private(event: TelegramObject | None, sender_id: int) -> bool:
    """Whether the sender writes or presses in his own chat, which nobody can who blocks the bot.

    To block and to unblock is his deed, too; of these the handler takes note.
    """
    return not isinstance(event, ChatMemberUpdated) and chat_of(event) == sender_id


def letter_of(event: object, reply: Reply) -> ReplyLetter:
    """A handler's reply as a letter: it answers the press and edits the pressed message where it may."""
    if isinstance(event, PreCheckoutQuery):
        return ReplyLetter(None, toast=reply.toast, checkout_id=event.id)
    if not isinstance(event, CallbackQuery):
        return ReplyLetter(reply.screen)
    shown = event.message
    can_edit = reply.place is Place.HERE and isinstance(shown, Message)
    return ReplyLetter(
        screen=reply.screen,
        query_id=event.id,
        toast=reply.toast,
        alert=reply.alert,
        message_id=shown.message_id if can_edit and shown else None,
        has_photo=isinstance(shown, Message) and bool(shown.photo),
    )
