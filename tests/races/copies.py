"""Copies of a deal with all its rows, made by the database in bulk: each copy's ids are higher by a step."""

from typing import Any, Final

from sqlalchemy import Table, text

from storage.database import Connection
from storage.tables import metadata

LOT: Final = 1_000
"""So many ids of each table belong to one stand."""
STEP: Final = 1_000_000
"""By so much the ids of a copy are higher than those of the copy before."""
NEW: Final = 10**15
"""From here on are the ids of what the commands add."""
UNIQUE: Final = frozenset({"cause", "key"})
"""Words that no two rows share: a copy's number is added."""


def _columns_of_deals() -> dict[str, list[str]]:
    """Of each table with rows of deals the columns that hold ids of theirs; those that refer come first."""
    found = {("negotiations", "id")}
    columns = {}
    for table in metadata.sorted_tables:
        own = [c.name for c in table.columns if any(_referred(key) in found for key in c.foreign_keys)]
        if own or table.name == "negotiations":
            own += ["id"] if "id" in table.primary_key.columns else []
            columns[table.name] = own
            found |= {(table.name, name) for name in own}
    return {**columns, "moves": ["subject_id", "id"]}


def _referred(key: Any) -> tuple[str, str]:
    return key.column.table.name, key.column.name


COLUMNS: Final = _columns_of_deals()


def root(table: Table) -> str:
    """The column by which a row belongs to its deal."""
    return COLUMNS[table.name][0]


async def number_from(connection: Connection, first: int) -> None:
    """New rows of deals get ids from here on."""
    for name, columns in COLUMNS.items():
        if "id" in columns:
            await connection.execute(
                text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {first}, false)")
            )


async def copy(connection: Connection, lot: int, numbers: range) -> None:
    """Makes the copies with these numbers of the deal whose ids are in the lot."""
    told = {"low": lot * LOT, "high": lot * LOT + LOT, "first": numbers[0], "last": numbers[-1]}
    for table in metadata.sorted_tables:
        if table.name in COLUMNS:
            await connection.execute(text(_copying(table)), told)


def _copying(table: Table) -> str:
    names = [column.name for column in table.columns]
    told = ", ".join(_told(table.name, name) for name in names)
    return f"""INSERT INTO {table.name} ({", ".join(f'"{name}"' for name in names)})
        SELECT {told} FROM {table.name}
        CROSS JOIN generate_series(CAST(:first AS bigint), CAST(:last AS bigint)) AS copy
        WHERE {root(table)} >= :low AND {root(table)} < :high"""


def _told(table: str, name: str) -> str:
    if name in COLUMNS[table]:
        return f'"{name}" + copy * {STEP}'
    return f"\"{name}\" || ' ' || copy" if name in UNIQUE else f'"{name}"'
