"""Evidence: files that prove something about an order, gathered in bundles until an explicit Done."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.people import Side
from domain.refusal import Refusal
from services.photos import Photo

MOST_IN_A_BUNDLE: Final = 40
MOST_A_DAY: Final = 200
MOST_BYTES_A_DAY: Final = 500 * 1024 * 1024
MOST_BYTES: Final = 20 * 1024 * 1024
"""What Telegram lets a bot download."""
MOST_WORDS: Final = 1024
"""What Telegram lets stand under a file."""


class Purpose(StrEnum):
    """What a bundle is for; the values are stored.

    ADDENDUM came after Done, RETURN shows what came back or was sent instead, CHANGES what a sample lacks.
    """

    CLAIM = "claim"
    ADDENDUM = "addendum"
    RETURN = "return"
    GOLDEN = "golden"
    CHANGES = "changes"


class BundleFull(Refusal):
    """A bundle holds `most` files already."""


class TooMuchEvidence(Refusal):
    """A person sent his fill of evidence, `most` files in a day."""


class EvidenceTooLarge(Refusal):
    """A file has more than `most` megabytes."""


class NoEvidence(Refusal):
    """A file is of none of the types that evidence has."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One pile of files of one person about an order, perhaps of a claim on it. `id` 0 is not stored yet.

    `claim_id` 0: not (yet) linked to a claim. `closed_at` is the moment of Done.
    """

    id: int
    purpose: Purpose
    person_id: int
    side: Side
    order_id: int
    opened_at: datetime
    claim_id: int = 0
    closed_at: datetime | None = None

    @property
    def is_sealed(self) -> bool:
        """Whether what comes now is an addendum; photos of a claim may come until it is made."""
        return self.closed_at is not None and (self.purpose is not Purpose.CLAIM or self.claim_id > 0)

    @property
    def is_shared(self) -> bool:
        """Whether the other side may see it."""
        return self.is_sealed or self.purpose is Purpose.ADDENDUM


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One file of a bundle, counted from `place` 1; `words` stood under it.

    `sha256`, `size` in bytes, `type` by its content and `preview` (the key of a picture without metadata) are
    known once our own copy is there; `problem` says why there is none, or why it is not shown.
    """

    id: int
    bundle_id: int
    place: int
    photo: Photo
    at: datetime
    words: str = ""
    sha256: str = ""
    size: int = 0
    type: str = ""
    preview: str = ""
    problem: str = ""

    @property
    def is_awaited(self) -> bool:
        """Whether our own copy is still to be made."""
        return not self.sha256 and not self.problem


@dataclass(frozen=True, slots=True)
class Twin:
    """A picture in the evidence on another order that is the same, byte for byte, or looks alike."""

    order_id: int
    is_same: bool
