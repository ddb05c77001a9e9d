"""What repositories execute their statements on, whichever database is beneath."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import CursorResult, Dialect, Executable

from storage.plain import Answer, Plain

Value = TypeVar("Value")
Found = CursorResult[*tuple[Any, ...]] | Answer
"""Rows, or how many were changed."""


class Connection(Protocol):
    """A connection within a transaction."""

    @property
    def dialect(self) -> Dialect:
        """The dialect, of which `name` is "sqlite" or "postgresql"."""

    async def execute(self, statement: Executable | Plain, parameters: Any = None, /) -> Found:
        """Runs one statement; unless it is plain, with a list of parameter sets once for each."""

    async def exec_driver_sql(self, statement: str, /) -> CursorResult[Any]:
        """Runs plain SQL."""

    async def run_sync(self, function: Callable[[SyncConnection], Value], /) -> Value:
        """Calls a function that needs a synchronous connection."""


class Engine(Protocol):
    """Gives out connections."""

    def begin(self) -> AbstractAsyncContextManager[Connection]:
        """One transaction, committed at the end or rolled back on any exception."""

    def alone(self) -> AbstractAsyncContextManager[Connection]:
        """For one statement, which is a transaction by itself."""

    def rebuilding(self) -> AbstractAsyncContextManager[Connection]:
        """One transaction in which tables may be made anew."""

    async def dispose(self) -> None:
        """Closes the connections."""
