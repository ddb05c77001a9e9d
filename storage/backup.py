"""Backups: one SQLite file, from either database, consistent while the bot runs."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import create_engine, insert, select, text
from sqlalchemy.engine import URL, make_url

from domain.refusal import Refusal
from storage.database import Connection, open_database
from storage.tables import metadata
from storage.walking import walk

ROWS_AT_ONCE: Final = 5_000


class BackupExists(Refusal):
    """There is a file at `path` already; a backup never overwrites."""


class NothingToBackUp(Refusal):
    """There is no database at `path`."""


class BackupDamaged(Refusal):
    """The written copy did not pass SQLite's own check; `says` is its first complaint."""


async def back_up(database_url: str, file: Path) -> int:
    """Writes a copy to `file`, checks it, returns its size in bytes.

    Raises BackupExists, NothingToBackUp or BackupDamaged.
    """
    address = make_url(database_url)
    await asyncio.to_thread(_refuse_existing, file)
    if address.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy_sqlite, address, file)
    else:
        await _copy_postgresql(database_url, file)
    return await asyncio.to_thread(_checked_size, file)


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise BackupExists(path=str(file))


def _copy_sqlite(address: URL, file: Path) -> None:
    if not Path(str(address.database)).exists():
        raise NothingToBackUp(path=str(address.database))
    source, target = sqlite3.connect(str(address.database)), sqlite3.connect(file)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


async def _copy_postgresql(database_url: str, file: Path) -> None:
    """All tables as one snapshot sees them, into a SQLite file of the same schema."""

    async def work(connection: Connection) -> None:
        await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        await connection.run_sync(lambda source: _copy_tables(source, file))

    async with open_database(database_url) as database:
        await database.run(work)


def _copy_tables(source: SyncConnection, file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as target:
        walk(target, "head")
        for table in metadata.sorted_tables:
            for rows in source.execute(select(table)).mappings().partitions(ROWS_AT_ONCE):
                target.execute(insert(table), [dict(row) for row in rows])
    engine.dispose()


def _checked_size(file: Path) -> int:
    connection = sqlite3.connect(file)
    try:
        says = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if says != "ok":
        raise BackupDamaged(says=says)
    return file.stat().st_size
