"""PostgreSQL through asyncpg: connections are kept open, transactions begun and ended beneath SQLAlchemy."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import cast

import asyncpg
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool


@dataclass(frozen=True, slots=True)
class Held:
    """A connection, and the driver's own beneath it."""

    connection: AsyncConnection
    driver: "asyncpg.Connection[asyncpg.Record]"

    @property
    def is_usable(self) -> bool:
        """Whether the server still listens and nothing of a transaction is left."""
        broken = self.driver.is_closed() or self.connection.invalidated
        return not broken and not self.driver.is_in_transaction()

    async def roll_back(self) -> None:
        """Undoes an unfinished transaction, if the server still listens."""
        with suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            if not self.driver.is_closed() and self.driver.is_in_transaction():
                await self.driver.execute("ROLLBACK")

    async def close(self) -> None:
        """Gives the connection up, whatever state it is in."""
        self.driver.terminate()
        with suppress(Exception):
            await self.connection.invalidate()
            await self.connection.close()


class PooledEngine:
    """At most `size` connections, kept from one transaction to the next.

    To SQLAlchemy they commit by themselves: its pool and its bookkeeping of a transaction, each in a greenlet
    of its own, cost as much as two statements.
    """

    def __init__(self, url: URL, size: int) -> None:
        self._engine = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._places = asyncio.Semaphore(size)
        self._idle: list[Held] = []

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """One transaction, committed at the end or rolled back on any exception."""
        async with self._held() as held:
            await held.driver.execute("BEGIN")
            yield held.connection
            await held.driver.execute("COMMIT")

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[AsyncConnection]:
        """A connection for one statement, which is a transaction by itself."""
        async with self._held() as held:
            yield held.connection

    async def dispose(self) -> None:
        """Closes the connections."""
        while self._idle:
            await self._idle.pop().close()
        await self._engine.dispose()

    @asynccontextmanager
    async def _held(self) -> AsyncIterator[Held]:
        async with self._places:
            held = await self._taken()
            try:
                yield held
            except Exception:
                await held.roll_back()
                raise
            finally:
                # What was cancelled midway is still in its transaction.
                if held.is_usable:
                    self._idle.append(held)
                else:
                    await held.close()

    async def _taken(self) -> Held:
        while self._idle:
            held = self._idle.pop()
            if held.is_usable:
                return held
            await held.close()
        connection = await self._engine.connect()
        # Begun once and never ended, so that nobody, Alembic for one, begins and commits by himself.
        await connection.begin()
        raw = await connection.get_raw_connection()
        return Held(connection, cast("asyncpg.Connection[asyncpg.Record]", raw.driver_connection))
