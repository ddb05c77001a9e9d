"""The logo of a customization: a photo or a document in Telegram's keeping, named in the terms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from services.said import File, Kind

LOGO_KINDS: Final = frozenset({Kind.PHOTO, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Logo:
    """A file of one of LOGO_KINDS: a photo to look at, or a document to print from, say a vector drawing."""

    kind: Kind
    file: File

    @property
    def name(self) -> str:
        """The same for ever and for all bots."""
        return self.file.unique_id


class Logos(Protocol):
    """Logos that were sent."""

    async def keep(self, logo: Logo, person_id: int, now: datetime) -> None:
        """Keeps a logo; the same file twice is once."""

    async def get(self, name: str) -> Logo | None:
        """The logo of this name."""
