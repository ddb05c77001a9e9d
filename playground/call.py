"""A call of a Bot API method: who calls, with which parameters and files."""

from dataclasses import dataclass, field
from typing import Any

from playground.bots import Bot
from playground.files import Upload
from playground.wire import Json
from playground.world import World


@dataclass(slots=True)
class Call:
    """What a method function gets; `params` are typed by the table of the Bot API already."""

    world: World
    bot: Bot
    method: str
    params: Json
    uploads: dict[str, Upload]
    warnings: list[str] = field(default_factory=list)
    message_id: int | None = None

    def get(self, name: str) -> Any:
        """The parameter's value, or None."""
        return self.params.get(name)

    def text(self, name: str) -> str:
        """A string parameter; empty when it was not given."""
        value: str = self.params.get(name) or ""
        return value

    def number(self, name: str, default: int = 0) -> int:
        """An integer parameter."""
        value: int | None = self.params.get(name)
        return default if value is None else value
