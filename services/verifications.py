"""Files that people sent to have them verified: fetched outside any transaction, then told about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from domain.refusal import Refusal
from services.said import File

LARGEST_BYTES: Final = 20 * 1024 * 1024
"""What Telegram lets a bot download."""


class FileTooLarge(Refusal):
    """The file has more than LARGEST_BYTES."""


@dataclass(frozen=True, slots=True)
class Verification:
    """A file that somebody wants verified, and how many attempts to fetch it there were, this one counted."""

    id: int
    person_id: int
    file_id: str
    attempts: int


class Verifications(Protocol):
    """Files that are still to be fetched."""

    async def ask(self, person_id: int, file: File, now: datetime) -> None:
        """Puts a file on the list. Raises FileTooLarge."""

    async def take(self, limit: int) -> Sequence[Verification]:
        """Takes files in hand that are due."""

    async def try_later(self, verification: Verification, wait_ms: int) -> None:
        """Leaves a file for another attempt."""

    async def settle(self, verification: Verification) -> bool:
        """Takes a file off the list; returns whether it was still on it."""
