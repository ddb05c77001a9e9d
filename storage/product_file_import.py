"""Importing what was read of a seller's file: compared with what is listed, or all written at once."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import orjson

from services.product_files import FileReport, ProductFile
from services.stall_books import Change, Changed
from storage.catalogue import StoredCatalogue
from storage.catalogue_spool import Values
from storage.catalogue_writing import Shelf, Written, in_slices, sort_out, write_products
from storage.database import Connection
from storage.search import index_products_read
from storage.stall import note_changes

AT_ONCE = 20
"""Between so many products the bot turns to its other work."""


async def compared(connection: Connection, file: ProductFile, listings: bytes) -> FileReport:
    """The file's report with how many of its rows are new, changed and as before."""
    shelf = _shelf(file)
    for batch in in_slices(_values(listings), AT_ONCE):
        await sort_out(connection, shelf, batch)
        await asyncio.sleep(0)
    return _counted(file.report, shelf)


async def imported(connection: Connection, file: ProductFile, listings: bytes, now: datetime) -> FileReport:
    """Writes every row, or raises and nothing is written; products keep their numbers and their pauses.

    A row without a picture leaves the product its own. The search index and the record of changes are
    written with it.
    """
    shelf = _shelf(file)
    for batch in in_slices(_values(listings), AT_ONCE):
        written = await write_products(connection, shelf, batch)
        await note_changes(connection, _changes(file, written, now))
        await asyncio.sleep(0)
    for numbers in in_slices(sorted(shelf.touched), AT_ONCE):
        await index_products_read(connection, numbers, StoredCatalogue(connection).products)
        await asyncio.sleep(0)
    return _counted(file.report, shelf)


def _shelf(file: ProductFile) -> Shelf:
    return Shelf({}, {"": file.supplier_id}, keep_pictures=True)


def _values(listings: bytes) -> Iterator[Values]:
    """The file is that of one supplier, whatever its name is by now."""
    return ({**orjson.loads(line), "supplier": ""} for line in listings.splitlines())


def _counted(report: FileReport, shelf: Shelf) -> FileReport:
    return replace(report, added=shelf.added, changed=shelf.changed, unchanged=shelf.unchanged)


def _changes(file: ProductFile, written: Written, now: datetime) -> Sequence[Changed]:
    added = [Changed(number, file.person_id, Change.IMPORTED, {}, now) for number in sorted(written.added)]
    return [
        *added,
        *(
            Changed(stored["id"], file.person_id, Change.IMPORTED, _columns(stored, values), now)
            for stored, values in written.changed
        ),
    ]


def _columns(stored: Values, values: Values) -> dict[str, tuple[object, object]]:
    return {name: (stored[name], value) for name, value in values.items() if stored[name] != value}
