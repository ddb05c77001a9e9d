"""What a person said, read from Telegram's message: words, a file or a place."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from aiogram.filters import Filter
from aiogram.types import Message

from language.clean import clean
from services.said import File, Kind, Place, Said

_FILES: Final[Mapping[Kind, Callable[[Message], Any]]] = {
    Kind.PHOTO: lambda message: message.photo[-1] if message.photo else None,
    Kind.VOICE: lambda message: message.voice,
    Kind.VIDEO: lambda message: message.video,
    Kind.VIDEO_NOTE: lambda message: message.video_note,
    Kind.AUDIO: lambda message: message.audio,
    Kind.ANIMATION: lambda message: message.animation,
    Kind.STICKER: lambda message: message.sticker,
    Kind.DOCUMENT: lambda message: message.document,
}
"""Where a message has its file; an animation is said to be a document as well, so that comes last."""


class Attached(Filter):
    """A file or a place of the person himself, not forwarded, not sent by another bot; gives it as `said`."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a file or a place"

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        """Whether it is; with what was said."""
        if message.text or message.forward_origin or message.via_bot:
            return False
        said = said_in(message)
        return {"said": said} if said else False


class NotPassedOn(Filter):
    """A contact, a poll and the like of the person himself: nothing that is carried to the other side."""

    def __str__(self) -> str:
        """As the drawn conversations name it."""
        return "a contact, a poll or a game"

    async def __call__(self, message: Message) -> bool:
        """Whether it is."""
        is_one = message.contact or message.poll or message.dice or message.game or message.story
        return bool(is_one) and not message.forward_origin and not message.via_bot


def said_in(message: Message) -> Said | None:
    """What a message says; None for what cannot be carried to the other side."""
    if message.text:
        return _said(message, Kind.TEXT, message.text)
    for kind, found in _FILES.items():
        file = found(message)
        if file is not None:
            return _said(message, kind, message.caption or "", file=_file(file))
    if message.location is None:
        return None
    venue = message.venue
    words = f"{venue.title}\n{venue.address}" if venue else ""
    place = Place(message.location.latitude, message.location.longitude)
    return _said(message, Kind.LOCATION, words, place=place)


def _said(message: Message, kind: Kind, words: str, **attached: Any) -> Said:
    return Said(
        body=clean(words),
        kind=kind,
        telegram_id=message.message_id,
        edited_at=message.edit_date or 0,
        album=message.media_group_id or "",
        **attached,
    )


def _file(file: Any) -> File:
    """Not every kind of file has a type and a name."""
    return File(
        id=file.file_id,
        unique_id=file.file_unique_id,
        mime=clean(getattr(file, "mime_type", None) or ""),
        name=clean(getattr(file, "file_name", None) or ""),
        size=file.file_size or 0,
    )
