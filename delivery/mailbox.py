"""What the sender needs from outside: the outbox in transactions of its own, and notices as screens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from services.mail import Letter, Settlement
from views.screen import Screen


@dataclass(frozen=True, slots=True)
class Rendered:
    """A notice as a screen, and older messages as they are to look from now on; either may be missing.

    `untranslated` are words in it that its reader cannot read. `in_place` is a message whose place the screen
    takes; when that is gone, the screen is a new message.
    """

    screen: Screen | None = None
    overtaken: tuple[tuple[int, Screen], ...] = ()
    untranslated: str = ""
    in_place: int | None = None


class Mailbox(Protocol):
    """The outbox; each method is one transaction."""

    async def claim(self, limit: int) -> Sequence[Letter]:
        """Takes hold of letters that are due."""

    async def holds(self, letter: Letter) -> bool:
        """Whether the letter is still this worker's to send, however long this process was frozen."""

    async def settle(self, settlements: Sequence[Settlement]) -> Sequence[Letter]:
        """Writes what became of letters and returns new ones, already held by this worker.

        Dead ones raise an alarm; a card that was shown overtakes older ones in its chat.
        """

    async def render(self, letter: Letter) -> Rendered | None:
        """A notice in its reader's language as things stand now; None when it is no longer of interest."""

    async def standing_pauses(self) -> dict[int, int]:
        """Chats (0: every chat) that want silence, and for how many milliseconds more."""
