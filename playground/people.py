"""The people who hold the phones."""

from dataclasses import dataclass, field

from playground.wire import Json


@dataclass(slots=True)
class Person:
    """A Telegram user; `blocked` and `started` hold ids of bots."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    label: str | None = None
    deactivated: bool = False
    blocked: set[int] = field(default_factory=set)
    started: set[int] = field(default_factory=set)

    def names(self) -> Json:
        """The names that a Chat or User object shows."""
        shown: Json = {"first_name": self.first_name}
        if self.last_name:
            shown["last_name"] = self.last_name
        if self.username:
            shown["username"] = self.username
        return shown

    def user(self) -> Json:
        """The Bot API's User object."""
        shown: Json = {"id": self.id, "is_bot": False, **self.names()}
        if self.language_code:
            shown["language_code"] = self.language_code
        return shown
