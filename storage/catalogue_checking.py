"""Checking a catalogue file before anything is written: its rows, and the pictures beside it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from services.importing.checking import Check
from services.importing.problems import Misread, Problem
from storage.catalogue_files import CatalogueFile
from storage.catalogue_files.limits import EmptyCatalogue
from storage.catalogue_spool import Spool
from storage.pictures import find_picture, read_picture

TOLD_EVERY: Final = 500
SHOWN_CHARACTERS: Final = 60

Item = TypeVar("Item")


class Stage(StrEnum):
    """What an import is doing."""

    CHECKING = "checking"
    PICTURES = "pictures"
    WRITING = "writing"
    INDEXING = "indexing"


Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how much is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Items of known number whose passing is told."""

    progress: Progress
    stage: Stage
    total: int

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, one by one."""
        done = 0
        for done, item in enumerate(items, start=1):
            yield item
            if done % TOLD_EVERY == 0:
                self.progress(self.stage, done, max(done, self.total))
        self.progress(self.stage, done, done)


def check_catalogue(catalogue: CatalogueFile, spool: Spool, progress: Progress) -> Check:
    """Everything that is wrong with the file; good listings go into the spool.

    Raises UnreadableCatalogue.
    """
    checked = Check()
    for row in Watched(progress, Stage.CHECKING, catalogue.estimated_rows).each(catalogue.rows()):
        listing = checked.add(row)
        if listing:
            spool.add(listing)
    if not checked.rows:
        raise EmptyCatalogue()
    _check_pictures(catalogue, checked)
    return checked


def _check_pictures(catalogue: CatalogueFile, checked: Check) -> None:
    for image, row in checked.images.items():
        try:
            read_picture(find_picture(catalogue.path.parent, image))
        except Misread as misread:
            value = image[:SHOWN_CHARACTERS]
            checked.report(Problem(row, "image", misread.kind, value, misread.limit))
