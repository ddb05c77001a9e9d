"""The bots that the playground serves, one for each token."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from playground.chats import Chat, Message
from playground.people import Person
from playground.updates.box import UpdateBox
from playground.updates.webhooks import Webhook
from playground.wire import Json


@dataclass(slots=True)
class Press:
    """A press of a button: who, where, when (clock time), and the bot's answer once there is one."""

    id: str
    chat: Chat
    person: Person
    message: Message
    data: str
    pressed_at: float
    answer: Json | None = None


@dataclass(slots=True)
class Bot:
    """A bot with its own view of the chats, its updates and its settings."""

    id: int
    token: str
    name: str
    username: str
    box: UpdateBox
    chats: dict[int, Chat] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    webhook: Webhook | None = None
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def user(self) -> Json:
        """The Bot API's User object of this bot."""
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def forget(self) -> None:
        """Forget chats, presses and updates; settings that the bot has made stay."""
        self.chats.clear()
        self.presses.clear()
        self.box.clear()
