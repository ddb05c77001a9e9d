"""A request to the actor API, and its refusal."""

from dataclasses import dataclass, field
from typing import Any

from playground.bots import Bot
from playground.chats import Chat
from playground.files import Upload
from playground.people import Person
from playground.wire import Json
from playground.world import World


class Refused(Exception):
    """The actor API cannot do this: an HTTP status and the reason for the person who tests."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(slots=True)
class Ask:
    """What was asked: the parts of the path, the query and the body as one table of `values`."""

    world: World
    path: dict[str, str]
    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """A value of body or query, or the default."""
        return self.values.get(name, default)

    def number(self, name: str, default: int = 0) -> int:
        """An integer value; Refused when it is none."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            raise Refused(400, f"{name} must be an integer") from None

    def seconds(self, name: str, default: float = 0.0) -> float:
        """A number of seconds; Refused when it is none."""
        try:
            return float(self.values.get(name, default))
        except (TypeError, ValueError):
            raise Refused(400, f"{name} must be a number of seconds") from None

    def bot(self) -> Bot:
        """The bot of the value `bot` (its id), or the first."""
        number = self.values.get("bot")
        try:
            return self.world.bot(int(number) if number is not None else None)
        except (KeyError, ValueError):
            raise Refused(404, "no such bot") from None

    def person(self, number: int) -> Person:
        """The person of this id."""
        person = self.world.people.get(number)
        if person is None:
            raise Refused(404, f"nobody has the id {number}")
        return person

    def chat(self) -> Chat:
        """The chat of the path with the chosen bot."""
        number = int(self.path["chat_id"])
        if number in self.world.groups:
            return self.world.group_chat(number)
        return self.world.private_chat(self.bot(), self.person(number))

    def actor(self) -> Person:
        """Who acts: `as`, or the person of the private chat."""
        chat = self.chat()
        number = self.values.get("as")
        if number is None and not chat.is_private:
            raise Refused(400, "say who acts: as")
        return self.person(int(number) if number is not None else chat.id)
