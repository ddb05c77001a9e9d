"""INSERT ... ON CONFLICT, which each database has in words of its own."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.connection import Connection

_INSERTS: Final[Mapping[str, Callable[[Table], Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def own_insert(connection: Connection, table: Table) -> Any:
    """An INSERT of the database's own, to which a conflict's outcome can be added."""
    return _INSERTS[connection.dialect.name](table)


def insert_if_new(connection: Connection, table: Table) -> Any:
    """INSERT ... ON CONFLICT DO NOTHING in the database's own words."""
    return _insert_if_new(connection.dialect.name, table)


@cache
def _insert_if_new(dialect_name: str, table: Table) -> Any:
    return _INSERTS[dialect_name](table).on_conflict_do_nothing()
