"""Importing a catalogue file: everything is checked, then everything is written in one transaction."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from services.importing.checking import Check
from services.importing.columns import unread
from services.importing.problems import Misread, Problem
from storage.catalogue import StoredCatalogue
from storage.catalogue_files import CatalogueFile
from storage.catalogue_files.limits import EmptyCatalogue
from storage.catalogue_spool import Spool
from storage.catalogue_writing import SLICE, Shelf, in_slices, write_products, write_suppliers
from storage.database import Connection, Database
from storage.files import FileStore
from storage.pictures import find_picture, read_picture
from storage.search.writing import index_products

Item = TypeVar("Item")


class Stage(StrEnum):
    """What an import is doing."""

    CHECKING = "checking"
    PICTURES = "pictures"
    WRITING = "writing"
    INDEXING = "indexing"


INDEXED_AT_ONCE: Final = 10_000

Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how much is done and how much there is."""


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

    async def check(self, catalogue: CatalogueFile) -> ImportReport:
        """Everything that is wrong with the file; nothing is written. Raises UnreadableCatalogue."""
        return ImportReport(self._check(catalogue, Spool()), unread(catalogue.columns))

    async def run(self, catalogue: CatalogueFile) -> ImportReport:
        """Checks the file and, when nothing is wrong, writes all of it in one transaction."""
        spool = Spool()
        checked = self._check(catalogue, spool)
        if checked.problem_count:
            return ImportReport(checked, unread(catalogue.columns))
        keys = await self._store_pictures(catalogue, checked)
        shelf = await self.database.run(lambda connection: self._write(connection, (checked, keys), spool))
        return ImportReport(checked, unread(catalogue.columns), shelf.added, shelf.changed, shelf.unchanged)

    def _check(self, catalogue: CatalogueFile, spool: Spool) -> Check:
        checked = Check()
        for row in self._counted(catalogue.rows(), Stage.CHECKING, catalogue.estimated_rows):
            listing = checked.add(row)
            if listing:
                spool.add(listing)
        if not checked.rows:
            raise EmptyCatalogue()
        self._check_pictures(catalogue, checked)
        return checked

    def _check_pictures(self, catalogue: CatalogueFile, checked: Check) -> None:
        for image, row in checked.images.items():
            try:
                read_picture(find_picture(catalogue.path.parent, image))
            except Misread as misread:
                checked.report(Problem(row, "image", misread.kind, image[:60], misread.limit))

    async def _store_pictures(self, catalogue: CatalogueFile, checked: Check) -> dict[str, str]:
        keys: dict[str, str] = {}
        for image in self._counted(checked.images, Stage.PICTURES, len(checked.images)):
            content, suffix = read_picture(find_picture(catalogue.path.parent, image))
            keys[image] = await self.files.put(content, suffix)
        return keys

    async def _write(
        self, connection: Connection, found: tuple[Check, dict[str, str]], spool: Spool
    ) -> Shelf:
        checked, keys = found
        shelf = Shelf(keys)
        await write_suppliers(connection, shelf, checked.suppliers.values())
        for batch in in_slices(self._counted(spool, Stage.WRITING, checked.rows)):
            await write_products(connection, shelf, batch)
        await self._index(connection, shelf)
        return shelf

    async def _index(self, connection: Connection, shelf: Shelf) -> None:
        stored, done = StoredCatalogue(connection), 0
        for batch in in_slices(sorted(shelf.touched), INDEXED_AT_ONCE):
            self.progress(Stage.INDEXING, done, len(shelf.touched))
            await index_products(connection, await stored.products(batch))
            done += len(batch)
        self.progress(Stage.INDEXING, done, done)

    def _counted(self, items: Iterable[Item], stage: Stage, total: int) -> Iterator[Item]:
        done = 0
        for done, item in enumerate(items, start=1):
            yield item
            if done % SLICE == 0:
                self.progress(stage, done, max(done, total))
        self.progress(stage, done, done)
