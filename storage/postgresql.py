"""PostgreSQL through asyncpg: connections are kept open, transactions begun and ended beneath SQLAlchemy."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Final, TypeVar, cast

import asyncpg
from sqlalchemy import Connection, CursorResult, Dialect, Executable, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool
from sqlalchemy.util import greenlet_spawn

from storage.connection import Found
from storage.json_text import JSON_OPTIONS
from storage.plain import Answer, Plain, Written

Value = TypeVar("Value")

SIGNS_OF_LIFE: Final = {"TCP_KEEPIDLE": 10, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 25_000}
"""A server that vanished without a word, as in a failover, is missed within half a minute, not never."""

LONGEST_STATEMENT: Final = 4
"""How many times as long as a transaction may rest one of its statements may take."""


@contextmanager
def _as_sqlalchemy_says(sql: str) -> Iterator[None]:
    """Errors of the driver as SQLAlchemy raises them, without the values."""
    try:
        yield
    except asyncpg.IntegrityConstraintViolationError as error:
        raise IntegrityError(sql, None, error) from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise DBAPIError(sql, None, error) from error
    except asyncpg.InternalClientError as error:
        # Cut while it was idle, the driver lost its thread; it does not say that it is closed.
        raise DBAPIError(sql, None, error, connection_invalidated=True) from error


class PooledConnection:
    """A connection of SQLAlchemy, and the driver's own beneath it."""

    def __init__(self, connection: Connection, driver: object) -> None:
        self._connection = connection
        self._driver = cast("asyncpg.Connection[asyncpg.Record]", driver)

    @property
    def dialect(self) -> Dialect:
        """The dialect, of which `name` is "postgresql"."""
        return self._connection.dialect

    async def execute(self, statement: Executable | Plain, parameters: Any = None) -> Found:
        """Runs one statement; unless it is plain, with a list of parameter sets once for each."""
        if isinstance(statement, Plain):
            values = parameters or {}
            return await self._run(statement.on(self.dialect, values), values)
        return await greenlet_spawn(self._connection.execute, statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """Runs plain SQL."""
        return await greenlet_spawn(self._connection.exec_driver_sql, statement)

    async def run_sync(self, function: Callable[[Connection], Value]) -> Value:
        """Calls a function that needs a synchronous connection."""
        return await greenlet_spawn(function, self._connection)

    def look_for_signs_of_life(self) -> None:
        """Lets the system ask now and then whether the server is still there; a local socket knows."""
        driver: Any = self._driver  # it has no setting for this
        line: socket.socket = driver._transport.get_extra_info("socket")
        if line.family == socket.AF_UNIX:
            return
        line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in SIGNS_OF_LIFE.items():
            if hasattr(socket, name):
                line.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)

    @property
    def is_usable(self) -> bool:
        """Whether the server still listens and nothing of a transaction is left."""
        broken = self._driver.is_closed() or self._connection.invalidated
        return not broken and not self._driver.is_in_transaction()

    async def say(self, words: str) -> None:
        """BEGIN or COMMIT."""
        with _as_sqlalchemy_says(words):
            await self._driver.execute(words)

    async def roll_back(self) -> None:
        """Undoes an unfinished transaction, if the server still listens."""
        with suppress(DBAPIError, OSError):
            if not self._driver.is_closed() and self._driver.is_in_transaction():
                await self.say("ROLLBACK")

    def give_up(self) -> None:
        """Cuts the connection, whatever state it is in."""
        self._driver.terminate()

    async def close(self) -> None:
        """Gives the connection up for good."""
        self.give_up()
        with suppress(Exception):
            await greenlet_spawn(self._connection.invalidate)
            await greenlet_spawn(self._connection.close)

    async def _run(self, written: Written, values: dict[str, Any]) -> Answer:
        with _as_sqlalchemy_says(written.sql):
            if written.columns:
                rows = await self._driver.fetch(written.sql, *written.arguments(values))
                return written.answer(rows, len(rows))
            status = await self._driver.execute(written.sql, *written.arguments(values))
            return written.answer((), int(status.rpartition(" ")[2]))


class PooledEngine:
    """At most `size` connections, kept from one transaction to the next.

    To SQLAlchemy they commit by themselves: its pool and its bookkeeping of a transaction, each in a greenlet
    of its own, cost as much as two statements. Its own asyncio layer would bring its whole ORM, 7 MB.
    PostgreSQL undoes a transaction that rests for `idle_seconds`, unless that is 0. To it one that was left
    between preparing and running a statement does not rest: that is what the limit on a statement ends.
    """

    def __init__(self, url: URL, size: int, idle_seconds: float) -> None:
        told = {
            "idle_in_transaction_session_timeout": str(int(idle_seconds * 1000)),
            "statement_timeout": str(int(idle_seconds * 1000 * LONGEST_STATEMENT)),
        }
        self._engine = create_engine(
            url,
            _is_async=True,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            connect_args={"server_settings": told},
            **JSON_OPTIONS,
        )
        self._places = asyncio.Semaphore(size)
        self._idle: list[PooledConnection] = []

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[PooledConnection]:
        """One transaction, committed at the end or rolled back on any exception."""
        async with self.alone() as connection:
            await connection.say("BEGIN")
            yield connection
            await connection.say("COMMIT")

    rebuilding = begin
    """PostgreSQL changes constraints in place."""

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[PooledConnection]:
        """A connection for one statement, which is a transaction by itself."""
        async with self._places:
            connection = await self._taken()
            try:
                yield connection
            except Exception as error:
                if getattr(error, "connection_invalidated", False):
                    connection.give_up()
                await connection.roll_back()
                raise
            except BaseException:
                # A BEGIN cancelled on its way may yet be obeyed: who came next would be undone with it.
                connection.give_up()
                raise
            finally:
                if connection.is_usable:
                    self._idle.append(connection)
                else:
                    await connection.close()

    async def dispose(self) -> None:
        """Closes the connections."""
        while self._idle:
            await self._idle.pop().close()
        await greenlet_spawn(self._engine.dispose)

    async def _taken(self) -> PooledConnection:
        while self._idle:
            connection = self._idle.pop()
            if connection.is_usable:
                return connection
            await connection.close()
        with _as_sqlalchemy_says("connect"):
            opened = await greenlet_spawn(self._engine.connect)
        # Begun once and never ended, so that nobody, Alembic for one, begins and commits by himself.
        await greenlet_spawn(opened.begin)
        connection = PooledConnection(opened, opened.connection.driver_connection)
        connection.look_for_signs_of_life()
        return connection
