"""Importing a catalogue file: everything is checked, then everything is written in one transaction."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from domain.catalogue import Product
from services.importing.checking import Check
from services.importing.columns import unread
from storage.catalogue import StoredCatalogue
from storage.catalogue_checking import Progress, Stage, Watched, check_catalogue
from storage.catalogue_files import CatalogueFile
from storage.catalogue_spool import Spool
from storage.catalogue_writing import Shelf, in_slices, write_products, write_suppliers
from storage.database import Connection, Database
from storage.files import FileStore
from storage.pictures import find_picture, read_picture
from storage.search import index_products_read


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import found and did; with problems, nothing was written."""

    check: Check
    unread_columns: tuple[str, ...] = ()
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def _silent(_stage: Stage, _done: int, _total: int) -> None:
    pass


def try_catalogue(catalogue: CatalogueFile, progress: Progress = _silent) -> ImportReport:
    """What is wrong with a file; nothing is written. Raises UnreadableCatalogue."""
    return ImportReport(check_catalogue(catalogue, Spool(), progress), unread(catalogue.columns))


@dataclass(frozen=True, slots=True)
class CatalogueImport:
    """Imports catalogue files into one database and one file store.

    - every row is checked first; one problem refuses the whole file;
    - a product is known by supplier and sku: importing again changes it in place and keeps its number;
    - a supplier keeps what the file does not state, above all its qualification;
    - pictures beside the file are stored before the transaction: a stored picture without a product is
      harmless, a product without its picture is not;
    - the search index changes in the same transaction.
    """

    database: Database
    files: FileStore
    progress: Progress = _silent

    async def run(self, catalogue: CatalogueFile) -> ImportReport:
        """Checks the file and, when nothing is wrong, writes all of it. Raises UnreadableCatalogue."""
        spool = Spool()
        checked = check_catalogue(catalogue, spool, self.progress)
        if checked.problem_count:
            return ImportReport(checked, unread(catalogue.columns))
        keys = await self._store_pictures(catalogue, checked)
        shelf = await self.database.run(lambda connection: self._write(connection, (checked, keys), spool))
        return ImportReport(checked, unread(catalogue.columns), shelf.added, shelf.changed, shelf.unchanged)

    async def _store_pictures(self, catalogue: CatalogueFile, checked: Check) -> dict[str, str]:
        keys: dict[str, str] = {}
        for image in Watched(self.progress, Stage.PICTURES, len(checked.images)).each(checked.images):
            content, suffix = read_picture(find_picture(catalogue.path.parent, image))
            keys[image] = await self.files.put(content, suffix)
        return keys

    async def _write(
        self, connection: Connection, found: tuple[Check, dict[str, str]], spool: Spool
    ) -> Shelf:
        checked, keys = found
        shelf = Shelf(keys)
        await write_suppliers(connection, shelf, checked.suppliers.values())
        for batch in in_slices(Watched(self.progress, Stage.WRITING, checked.rows).each(spool)):
            await write_products(connection, shelf, batch)
        await self._index(connection, sorted(shelf.touched))
        return shelf

    async def _index(self, connection: Connection, product_ids: list[int]) -> None:
        stored, count = StoredCatalogue(connection), len(product_ids)

        async def read(batch: Sequence[int]) -> Sequence[Product]:
            self.progress(Stage.INDEXING, bisect_left(product_ids, batch[0]), count)
            return await stored.products(batch)

        await index_products_read(connection, product_ids, read)
        self.progress(Stage.INDEXING, count, count)
