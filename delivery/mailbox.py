"""What the sender needs from outside: the outbox in transactions of its own, and notices as screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from services.mail import Letter, Settlement
from views.screen import Screen


@dataclass(frozen=True, slots=True)
class Rendered:
    """A notice as a screen; `replaces` is the message of an older card whose buttons have had their time."""

    screen: Screen
    replaces: int | None = None


class Mailbox(Protocol):
    """The outbox; each method is one transaction."""

    async def claim(self, limit: int) -> Sequence[Letter]:
        """Takes hold of letters that are due."""

    async def holds(self, letter: Letter) -> bool:
        """Whether the letter is still this worker's to send, however long this process was frozen."""

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Writes what became of letters, and raises the alarm for dead ones."""

    async def render(self, letter: Letter) -> "Rendered | None":
        """A notice in its reader's language as things stand now; None when it is no longer of interest."""

    async def standing_pauses(self) -> dict[int, int]:
        """Chats (0: every chat) that want silence, and for how many milliseconds more."""
