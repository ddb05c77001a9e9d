"""The logo of a customization: a picture in Telegram's keeping, named in the terms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: `name` is the same for ever and for all bots, `file_id` lets ours send it."""

    name: str
    file_id: str


class Logos(Protocol):
    """Logos that were sent."""

    async def keep(self, logo: Logo, person_id: int, now: datetime) -> None:
        """Keeps a logo; the same file twice is once."""

    async def file_id(self, name: str) -> str | None:
        """By which id Telegram sends the file."""
