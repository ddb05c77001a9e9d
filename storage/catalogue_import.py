"""Importing a catalogue file: everything is checked, then everything is written in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from domain.listing import Listing
from domain.refusal import Refusal
from services.importing.checking import Check
from services.importing.columns import unread
from services.importing.problems import Misread, Problem
from storage.catalogue_files import CatalogueFile
from storage.catalogue_files.limits import EmptyCatalogue
from storage.catalogue_writing import SLICE, Shelf, in_slices, write_products, write_suppliers
from storage.database import Connection, Database
from storage.files import FileStore
from storage.pictures import find_picture, read_picture

Item = TypeVar("Item")


class Stage(StrEnum):
    """What an import is doing."""

    CHECKING = "checking"
    PICTURES = "pictures"
    WRITING = "writing"


Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how much is done and how much there is."""


class CatalogueChanged(Refusal):
    """The file changed between the check and the writing; nothing was written."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and did; with problems, nothing was written."""

    check: Check
    unread_columns: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class CatalogueImport:
    """Imports catalogue files into one database and one file store.

    - every row is checked first; one problem refuses the whole file;
    - a product is known by supplier and sku: importing again changes it in place and keeps its number;
    - a supplier keeps what the file does not state, above all its qualification;
    - pictures beside the file are stored before the transaction: a stored picture without a product is
      harmless, a product without its picture is not.
    """

    database: Database
    files: FileStore
    progress: Progress = lambda _stage, _done, _total: None

    def check(self, catalogue: CatalogueFile) -> Check:
        """Everything that is wrong with the file. Raises UnreadableCatalogue."""
        checked = Check()
        for row in self._counted(catalogue.rows(), Stage.CHECKING, catalogue.estimated_rows):
            checked.add(row)
        if not checked.rows:
            raise EmptyCatalogue()
        self._check_pictures(catalogue, checked)
        return checked

    async def run(self, catalogue: CatalogueFile) -> ImportReport:
        """Checks the file and, when nothing is wrong, writes all of it in one transaction."""
        checked = self.check(catalogue)
        if checked.problem_count:
            return ImportReport(checked, unread(catalogue.columns))
        keys = await self._store_pictures(catalogue, checked)
        return await self.database.run(lambda connection: self._write(connection, catalogue, (checked, keys)))

    def _check_pictures(self, catalogue: CatalogueFile, checked: Check) -> None:
        for image, row in checked.images.items():
            try:
                read_picture(find_picture(catalogue.path.parent, image))
            except Misread as misread:
                checked.report(Problem(row, "image", misread.kind, image[:60], misread.limit))

    async def _store_pictures(self, catalogue: CatalogueFile, checked: Check) -> dict[str, str]:
        keys: dict[str, str] = {}
        for image in self._counted(checked.images, Stage.PICTURES, len(checked.images)):
            try:
                content, suffix = read_picture(find_picture(catalogue.path.parent, image))
            except Misread:
                raise CatalogueChanged(image=image) from None
            keys[image] = await self.files.put(content, suffix)
        return keys

    async def _write(
        self, connection: Connection, catalogue: CatalogueFile, found: tuple[Check, dict[str, str]]
    ) -> ImportReport:
        checked, keys = found
        shelf = Shelf(await write_suppliers(connection, checked.suppliers.values()), keys)
        listings = self._counted(_listings(catalogue), Stage.WRITING, checked.rows)
        for batch in in_slices(listings):
            await write_products(connection, shelf, batch)
        counts = (shelf.added, shelf.changed, shelf.unchanged)
        return ImportReport(checked, unread(catalogue.columns), *counts)

    def _counted(self, items: Iterable[Item], stage: Stage, total: int) -> Iterator[Item]:
        done = 0
        for done, item in enumerate(items, start=1):
            yield item
            if done % SLICE == 0:
                self.progress(stage, done, max(done, total))
        self.progress(stage, done, done)


def _listings(catalogue: CatalogueFile) -> Iterator[Listing]:
    again = Check()
    for row in catalogue.rows():
        listing = again.add(row)
        if listing is None:
            raise CatalogueChanged(row=row.number)
        yield listing
