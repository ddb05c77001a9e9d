"""The one place where transactions open: each is run whole, and run again when the database asks for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Final, TypeVar

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from storage.connection import Connection as Connection
from storage.connection import Engine
from storage.sqlite import InPlaceEngine

Result = TypeVar("Result")
Work = Callable[[Connection], Awaitable[Result]]
Opened = AbstractAsyncContextManager[Connection]

ATTEMPTS: Final = 40
PAUSE_SECONDS: Final = 0.02
LONGEST_PAUSE_SECONDS: Final = 0.5
RETRIED_SQLSTATES: Final = {"40001", "40P01", "55P03"}
OUTDATED_PLAN: Final = "InvalidCachedStatementError"
"""What asyncpg and SQLAlchemy both call it when a statement was prepared before the schema changed."""


class Database:
    """An engine and the rule how transactions run on it."""

    def __init__(self, url: str, pool_size: int = 10, idle_seconds: float = 0) -> None:
        address = make_url(url)
        self.is_sqlite = address.get_backend_name() == "sqlite"
        self.engine = _engine(address, pool_size, idle_seconds)

    async def run(self, work: Work[Result]) -> Result:
        """Runs `work` in one transaction; a lock time-out or serialisation failure runs it again whole.

        After ATTEMPTS failures the database's error is raised; nothing of `work` has taken effect then.
        """
        return await self._run(self.engine.begin, work)

    async def run_alone(self, work: Work[Result]) -> Result:
        """The same for work of a single statement, which is a transaction by itself."""
        return await self._run(self.engine.alone, work)

    async def run_rebuilding(self, work: Work[Result]) -> Result:
        """The same for work that may make tables anew while others refer to them."""
        return await self._run(self.engine.rebuilding, work)

    async def _run(self, opened: Callable[[], Opened], work: Work[Result]) -> Result:
        for attempt in range(ATTEMPTS):
            try:
                async with opened() as connection:
                    return await work(connection)
            except DBAPIError as error:
                if not is_retried(error) or attempt == ATTEMPTS - 1:
                    raise
            await asyncio.sleep(min(PAUSE_SECONDS * 2**attempt, LONGEST_PAUSE_SECONDS))
        raise AssertionError("unreachable: the loop returns or raises")

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()


def _engine(address: URL, pool_size: int, idle_seconds: float) -> Engine:
    if address.get_backend_name() == "sqlite":
        return InPlaceEngine(address.set(drivername="sqlite+pysqlite"))
    # A start on SQLite need not wait for asyncpg, nor keep its 3 MB.
    from storage.postgresql import PooledEngine

    return PooledEngine(address.set(drivername="postgresql+asyncpg"), pool_size, idle_seconds)


@asynccontextmanager
async def open_database(url: str, pool_size: int = 10, idle_seconds: float = 0) -> AsyncIterator[Database]:
    """A database at `url` (sqlite:///file or postgresql://...), closed at the end.

    PostgreSQL undoes a transaction that rests for `idle_seconds` (0: never): who froze in it holds up nobody.
    """
    database = Database(url, pool_size, idle_seconds)
    try:
        yield database
    finally:
        await database.close()


def is_retried(error: DBAPIError) -> bool:
    """Whether the same transaction may succeed when run again."""
    cause = error.orig
    if getattr(cause, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return True
    if type(cause).__name__ == OUTDATED_PLAN:
        return True
    return getattr(cause, "sqlstate", None) in RETRIED_SQLSTATES
