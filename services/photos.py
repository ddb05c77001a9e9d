"""Photos that prove something: kept by Telegram, named in our rows and in drafts."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from services.said import File, Kind

PHOTO_KINDS: Final = frozenset({Kind.PHOTO, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Photo:
    """A file of one of PHOTO_KINDS."""

    kind: Kind
    file: File


Photos = Sequence[Photo]


def photos_record(photos: Photos) -> list[Any]:
    """Photos as JSON."""
    return [[photo.kind.value, asdict(photo.file)] for photo in photos]


def photos_from(record: list[Any]) -> tuple[Photo, ...]:
    """The photos that `photos_record` wrote."""
    return tuple(Photo(Kind(kind), File(**file)) for kind, file in record)
