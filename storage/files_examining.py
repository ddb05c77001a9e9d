"""Whether our own store still has every file that the books name, byte for byte."""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Row, Table, bindparam, select

from storage.database import Connection, Database
from storage.files import FileStore, UnknownFile, is_whole
from storage.tables.agreement import agreements
from storage.tables.catalogue import products
from storage.tables.copies import copies

SLICE: Final = 500
_PICTURE: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Damage:
    """Keys of files that are gone, and of files that are not what they were."""

    missing: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)


async def damage(database: Database, store: FileStore) -> Damage:
    """Reads every file that the books name and makes its SHA-256 anew, one after another."""
    found = Damage()
    async for key, size in _keys(database):
        try:
            content = await store.read(key)
        except UnknownFile:
            found.missing.append(key)
            continue
        if not is_whole(key, content) or size not in (None, len(content)):
            found.altered.append(key)
    return found


async def _keys(database: Database) -> AsyncIterator[tuple[str, int | None]]:
    """Copies, previews, agreements and pictures of the catalogue; with the bytes, where the books say."""
    async for row in _rows(database, copies, "unique_id"):
        if row.sha256:
            yield row.sha256, row.size
        if row.preview:
            yield row.preview, None
    async for row in _rows(database, agreements, "sha256"):
        yield f"{row.sha256}.pdf", None
    async for row in _rows(database, products, "id"):
        if _PICTURE.fullmatch(row.image):
            yield row.image, None


async def _rows(database: Database, table: Table, name: str) -> AsyncIterator[Row[Any]]:
    """The rows of a table in the order of a column, each slice in a transaction of its own."""
    column = table.c[name]
    after: object = 0 if column.type.python_type is int else ""
    query = select(table).where(column > bindparam("after")).order_by(column).limit(SLICE)
    while True:

        async def read(connection: Connection, last: object = after) -> Sequence[Row[Any]]:
            return (await connection.execute(query, {"after": last})).all()

        rows = await database.run(read)
        for row in rows:
            yield row
        if len(rows) < SLICE:
            return
        after = getattr(rows[-1], name)
