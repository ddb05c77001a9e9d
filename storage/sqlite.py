"""SQLite run in place behind the async interface: a statement takes microseconds, a thread hop costs more."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Executable, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from storage.connection import Found
from storage.json_text import JSON_OPTIONS
from storage.plain import Answer, Plain, Written

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


@contextmanager
def _as_sqlalchemy_says(sql: str) -> Iterator[None]:
    """Errors of the driver as SQLAlchemy raises them, without the values."""
    try:
        yield
    except sqlite3.Error as error:
        raise DBAPIError.instance(sql, None, error, sqlite3.Error) from error


class InPlaceConnection:
    """A synchronous connection with the interface of AsyncConnection that repositories use."""

    def __init__(self, connection: Connection) -> None:
        self.sync_connection = connection
        self.driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]

    @property
    def dialect(self) -> Dialect:
        """The dialect, of which `name` is "sqlite"."""
        return self.sync_connection.dialect

    async def execute(self, statement: Executable | Plain, parameters: Any = None) -> Found:
        """Runs one statement; unless it is plain, with a list of parameter sets once for each."""
        if isinstance(statement, Plain):
            values = parameters or {}
            return self._run(statement.on(self.dialect, values), values)
        return self.sync_connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """Runs plain SQL."""
        return self.sync_connection.exec_driver_sql(statement)

    async def run_sync(self, function: Callable[[Connection], Value]) -> Value:
        """Calls a function that needs a synchronous connection."""
        return function(self.sync_connection)

    def say(self, words: str) -> None:
        """BEGIN, COMMIT or a pragma."""
        with _as_sqlalchemy_says(words):
            self.driver.execute(words)

    def _run(self, written: Written, values: dict[str, Any]) -> Answer:
        with _as_sqlalchemy_says(written.sql):
            cursor = self.driver.execute(written.sql, written.arguments(values))
            return written.answer(cursor.fetchall() if written.columns else (), cursor.rowcount)


class InPlaceEngine:
    """One connection; transactions of this process take turns, so that none waits inside SQLite.

    To SQLAlchemy all of them are one; each is begun and ended beneath it, because its own bookkeeping of a
    transaction costs as much as three statements.
    """

    def __init__(self, url: URL) -> None:
        self.sync_engine = create_engine(
            url, poolclass=StaticPool, connect_args=CONNECT_ARGUMENTS, **JSON_OPTIONS
        )
        event.listen(self.sync_engine, "connect", _on_connect)
        self._connection: InPlaceConnection | None = None
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[InPlaceConnection]:
        """One transaction, committed at the end or rolled back on any exception."""
        async with self._turn:
            connection = self._connection = self._connection or self._opened()
            with _transaction(connection):
                yield connection

    alone = begin
    """For one statement: here it costs the same."""

    @asynccontextmanager
    async def rebuilding(self) -> AsyncIterator[InPlaceConnection]:
        """One transaction that may make tables anew while others refer to them; no reference is lost by it.

        SQLite cannot change a constraint in place. Raises DBAPIError if a reference leads nowhere at the end.
        """
        async with self._turn:
            connection = self._connection = self._connection or self._opened()
            connection.say("PRAGMA foreign_keys=OFF")
            try:
                with _transaction(connection):
                    yield connection
                    _check_references(connection)
            finally:
                connection.say("PRAGMA foreign_keys=ON")

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


@contextmanager
def _transaction(connection: InPlaceConnection) -> Iterator[None]:
    connection.say("BEGIN IMMEDIATE")
    try:
        yield
        connection.say("COMMIT")
    except BaseException:
        if connection.driver.in_transaction:
            connection.say("ROLLBACK")
        raise


def _check_references(connection: InPlaceConnection) -> None:
    lost = connection.driver.execute("PRAGMA foreign_key_check").fetchone()
    if lost is not None:
        with _as_sqlalchemy_says("PRAGMA foreign_key_check"):
            raise sqlite3.IntegrityError(f"a row of {lost[0]} refers to none of {lost[2]}")


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
