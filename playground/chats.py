"""A chat: its messages, its pins and what the person's keyboard shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from playground.groups import Group
from playground.people import Person
from playground.wire import Json

HISTORY = 2_000
_OWN_PARTS = frozenset(
    {"message_id", "from", "chat", "date", "edit_date", "reply_to_message", "reply_markup", "sender_chat"}
)


@dataclass(slots=True)
class Message:
    """A message as the Bot API shows it, and what only the playground knows of it."""

    wire: Json
    bot_id: int | None = None
    markup: str | None = None
    keyboards: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The message id inside its chat."""
        number: int = self.wire["message_id"]
        return number


@dataclass(slots=True)
class Chat:
    """A private chat of a person with one bot, or a group shared by its bots."""

    id: int
    party: Person | Group
    numbers: Iterator[int]
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    keyboard: Json | None = None
    typing: tuple[str, float] = ("", 0.0)

    @property
    def is_private(self) -> bool:
        """Whether one person sits on the other side."""
        return isinstance(self.party, Person)

    def wire(self) -> Json:
        """The Bot API's Chat object."""
        if isinstance(self.party, Group):
            return self.party.chat()
        return {"id": self.id, **self.party.names(), "type": "private"}

    def keep(self, message: Message) -> None:
        """Add a message; the oldest is forgotten beyond HISTORY."""
        self.messages[message.id] = message
        if len(self.messages) > HISTORY:
            del self.messages[next(iter(self.messages))]


def forwarded(message: Message) -> Json:
    """A message's content as a forward of it shows it."""
    wire = message.wire
    content = {key: value for key, value in wire.items() if key not in _OWN_PARTS}
    origin = {"type": "user", "sender_user": wire["from"], "date": wire["date"]}
    return {**content, "forward_origin": wire.get("forward_origin", origin)}


def quoted(message: Message) -> Json:
    """A message as it appears inside a reply to it."""
    return {key: value for key, value in message.wire.items() if key != "reply_to_message"}
