"""Milestones: what a seller reports of the production, each stage once."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.refusal import Refusal

MAX_NOTE_LENGTH: Final = 500
MOST_PHOTOS: Final = 10


class StageReported(Refusal):
    """This stage was reported already."""


class NoteUnusable(Refusal):
    """A note has more than `most` characters."""


class TooManyPhotos(Refusal):
    """More than `most` photos come with one report."""


class Stage(StrEnum):
    """How far the production is; the values are stored and stand on buttons."""

    MATERIALS = "materials"
    HALF = "half"
    FINISHED = "finished"
    CHECKED = "checked"
    PACKED = "packed"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A stage that was reached, in the seller's words. `id` 0 is not stored yet."""

    id: int
    order_id: int
    stage: Stage
    author_id: int
    note: str
    at: datetime
    photos: int = 0

    def __post_init__(self) -> None:
        check_report(self.note, self.photos)


def check_report(note: str, photos: int) -> None:
    """Raises NoteUnusable or TooManyPhotos when a report would hold too much."""
    if len(note) > MAX_NOTE_LENGTH:
        raise NoteUnusable(most=MAX_NOTE_LENGTH)
    if photos > MOST_PHOTOS:
        raise TooManyPhotos(most=MOST_PHOTOS)
