"""Bringing the database's schema up to date, one process at a time."""

from typing import Final

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import column, inspect, select, table, text

from storage.database import Database
from storage.revisions import newest_revision

LOCK_NUMBER: Final = 0x59494A4941
"""The advisory lock that migrating processes take in turn on PostgreSQL."""

_VERSION: Final = table("alembic_version", column("version_num"))


async def migrate(database: Database, revision: str = "head") -> None:
    """Walks the schema up to `revision`, or down: to "base", which is empty, or by steps such as "-1"."""
    await database.run_rebuilding(
        lambda connection: connection.run_sync(lambda sync: _migrate(sync, revision))
    )


def _migrate(connection: SyncConnection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK_NUMBER})"))
    if revision == "head" and _is_newest(connection):
        return
    # Alembic costs a start 0.2 s and 7 MB, so it comes only where there is something to do.
    from storage.walking import walk

    walk(connection, revision)


def _is_newest(connection: SyncConnection) -> bool:
    if not inspect(connection).has_table(_VERSION.name):
        return False
    return connection.execute(select(_VERSION.c.version_num)).scalars().all() == [newest_revision()]
