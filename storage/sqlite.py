"""SQLite run in place behind the async interface: a statement takes microseconds, a thread hop costs more."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Executable, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

Value = TypeVar("Value")

BUSY_TIMEOUT_MS = 100
"""How long one statement may wait for another process; longer waits are the transaction runner's retries."""

CONNECT_ARGUMENTS = {"check_same_thread": False, "isolation_level": None}
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-65536",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
)


class InPlaceConnection:
    """A synchronous connection with the interface of AsyncConnection that repositories use."""

    def __init__(self, connection: Connection) -> None:
        self.sync_connection = connection
        self.driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]

    @property
    def dialect(self) -> Dialect:
        """The dialect, of which `name` is "sqlite"."""
        return self.sync_connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Runs one statement; with a list of parameter sets, once for each."""
        return self.sync_connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """Runs plain SQL."""
        return self.sync_connection.exec_driver_sql(statement)

    async def run_sync(self, function: Callable[[Connection], Value]) -> Value:
        """Calls a function that needs a synchronous connection."""
        return function(self.sync_connection)


class InPlaceEngine:
    """One connection; transactions of this process take turns, so that none waits inside SQLite.

    To SQLAlchemy all of them are one; each is begun and ended beneath it, because its own bookkeeping of a
    transaction costs as much as three statements.
    """

    def __init__(self, url: URL) -> None:
        self.sync_engine = create_engine(url, poolclass=StaticPool, connect_args=CONNECT_ARGUMENTS)
        event.listen(self.sync_engine, "connect", _on_connect)
        self._connection: InPlaceConnection | None = None
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[InPlaceConnection]:
        """One transaction, committed at the end or rolled back on any exception."""
        async with self._turn:
            connection = self._connection = self._connection or self._opened()
            driver = connection.driver
            driver.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                driver.execute("COMMIT")
            except BaseException:
                if driver.in_transaction:
                    driver.execute("ROLLBACK")
                raise

    def _opened(self) -> InPlaceConnection:
        connection = self.sync_engine.connect()
        # Begun once and never ended, so that nobody, Alembic for one, begins and commits by himself.
        connection.begin()
        return InPlaceConnection(connection)

    async def dispose(self) -> None:
        """Closes the connection."""
        if self._connection is not None:
            self._connection.sync_connection.close()
            self._connection = None
        self.sync_engine.dispose()


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
