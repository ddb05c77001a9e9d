"""Free words between the two sides; they never change terms."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.people import Side
from domain.refusal import Refusal
from services.notices import News, Notice

MAX_MESSAGE_LENGTH: Final = 2000


class MessageUnusable(Refusal):
    """A message is empty or has more than `most` characters."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one side wrote to the other in a negotiation. `id` 0 is not stored yet."""

    id: int
    negotiation_id: int
    side: Side
    author_id: int
    body: str
    at: datetime

    def with_id(self, message_id: int) -> "Message":
        """The message as stored."""
        return replace(self, id=message_id)


def notice_of(message: Message) -> Notice:
    """The notice that brings a message to its reader."""
    return Notice(News.MESSAGE, message.negotiation_id, detail=str(message.id))


def usable(body: str) -> str:
    """The words without outer blanks. Raises MessageUnusable."""
    stripped = body.strip()
    if not 0 < len(stripped) <= MAX_MESSAGE_LENGTH:
        raise MessageUnusable(length=len(stripped), most=MAX_MESSAGE_LENGTH)
    return stripped
