"""Bringing the database's schema up to date, one process at a time."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection as SyncConnection
from sqlalchemy import text

from storage.database import Database

FOLDER: Final = Path(__file__).parent / "migrations"
LOCK_NUMBER: Final = 0x59494A4941
"""The advisory lock that migrating processes take in turn on PostgreSQL."""


async def migrate(database: Database, revision: str = "head") -> None:
    """Walks the schema up to `revision`, or down to it when it lies behind ("base" is empty)."""
    await database.run(lambda connection: connection.run_sync(lambda sync: _walk(sync, revision)))


def _walk(connection: SyncConnection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK_NUMBER})"))
    config = config_on(connection)
    if revision == "base" or revision.startswith("-"):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def config_on(connection: SyncConnection) -> Config:
    """Alembic's configuration for this connection."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
