"""What a person can say to the other side besides terms: words, files and places."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.phrase import Spoken


class Kind(StrEnum):
    """What a message is made of; the values are stored."""

    TEXT = "text"
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    AUDIO = "audio"
    ANIMATION = "animation"
    DOCUMENT = "document"
    STICKER = "sticker"
    LOCATION = "location"


WITHOUT_CAPTION: Final = frozenset({Kind.VIDEO_NOTE, Kind.STICKER, Kind.LOCATION})
"""What Telegram shows without any words under it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file in Telegram's keeping; `id` serves our bot only, `size` is in bytes, 0 if unknown."""

    id: str
    unique_id: str
    mime: str = ""
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A spot on the map, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Said:
    """One message as it came: its words or caption, its file or place, or a phrase instead of words.

    `telegram_id` numbers it in its author's chat; `edited_at` is Telegram's second of the edit, 0 for none;
    `album` is the same for photos that were sent together.
    """

    body: str = ""
    kind: Kind = Kind.TEXT
    file: File | None = None
    place: Place | None = None
    telegram_id: int = 0
    edited_at: int = 0
    album: str = ""
    phrase: Spoken | None = None

    @property
    def file_key(self) -> str:
        """What tells its file from others, whatever id it is sent by; empty without one."""
        return self.file.unique_id if self.file else ""

    @property
    def content(self) -> tuple[object, ...]:
        """What the other side gets of it: with the same content, an edit is none."""
        return (self.body, self.file_key, self.place)
