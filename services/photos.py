"""Photos that prove something about an order: kept by Telegram, named in our rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.said import File, Kind

PHOTO_KINDS: Final = frozenset({Kind.PHOTO, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Photo:
    """A file of one of PHOTO_KINDS."""

    kind: Kind
    file: File


Photos = Sequence[Photo]
