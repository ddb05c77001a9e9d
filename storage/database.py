"""The one place where transactions open: each is run whole, and run again when the database asks for it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.sqlite import InPlaceConnection, InPlaceEngine

Result = TypeVar("Result")
Connection = AsyncConnection | InPlaceConnection
"""What repositories execute their statements on."""
Work = Callable[[Connection], Awaitable[Result]]

ATTEMPTS: Final = 40
PAUSE_SECONDS: Final = 0.02
LONGEST_PAUSE_SECONDS: Final = 0.5
RETRIED_SQLSTATES: Final = {"40001", "40P01", "55P03"}


class Database:
    """An engine and the rule how transactions run on it."""

    def __init__(self, url: str, pool_size: int = 10) -> None:
        address = make_url(url)
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self.engine: AsyncEngine | InPlaceEngine = (
            InPlaceEngine(address.set(drivername="sqlite+pysqlite"))
            if self.is_sqlite
            else create_async_engine(
                address.set(drivername="postgresql+asyncpg"), pool_size=pool_size, max_overflow=0
            )
        )

    async def run(self, work: Work[Result]) -> Result:
        """Runs `work` in one transaction; a lock time-out or serialisation failure runs it again whole.

        After ATTEMPTS failures the database's error is raised; nothing of `work` has taken effect then.
        """
        for attempt in range(ATTEMPTS):
            try:
                async with self.engine.begin() as connection:
                    return await work(connection)
            except (DBAPIError, sqlite3.OperationalError) as error:
                if not is_retried(error) or attempt == ATTEMPTS - 1:
                    raise
            await asyncio.sleep(min(PAUSE_SECONDS * 2**attempt, LONGEST_PAUSE_SECONDS))
        raise AssertionError("unreachable: the loop returns or raises")

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()


@asynccontextmanager
async def open_database(url: str, pool_size: int = 10) -> AsyncIterator[Database]:
    """A database at `url` (sqlite:///file or postgresql://...), closed at the end."""
    database = Database(url, pool_size)
    try:
        yield database
    finally:
        await database.close()


def is_retried(error: Exception) -> bool:
    """Whether the same transaction may succeed when run again."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if getattr(cause, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return True
    return getattr(cause, "sqlstate", None) in RETRIED_SQLSTATES
