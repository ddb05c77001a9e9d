"""What a deal has come to: all its rows but their numbers, so that copies can be compared."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Row, RowMapping, Table, select

from storage.database import Connection
from storage.tables import metadata
from storage.tables.post import outbox
from storage.tables.trade import moves
from tests.races.copies import COLUMNS, NEW, STEP, root

OF_ITSELF: Final = frozenset({"cause", "key", "provider_key", "payload", "digest"})
"""Words that tell which copy it is."""

Traces = Mapping[int, Sequence[str]]


async def traces(connection: Connection, first: int) -> Traces:
    """By the number of the copy, from `first` on: its rows, and what people are told, in a fixed order."""
    found: dict[int, list[str]] = defaultdict(list)
    copies: dict[tuple[str, int], int] = {}
    for table in metadata.sorted_tables:
        if table.name in COLUMNS and table is not moves:
            _add(found, copies, table, await _rows(connection, table, first))
    _add(found, copies, moves, await _rows(connection, moves, first))
    for row in (await connection.execute(select(outbox))).all():
        if (number := int(row.cause.split()[1])) >= first:
            found[number].append(json.dumps(["told", row.chat_id, row.body["news"], row.body["version"]]))
    return {number: sorted(lines) for number, lines in found.items()}


async def _rows(connection: Connection, table: Table, first: int) -> Iterable[Row[Any]]:
    query = select(table).where(table.columns[root(table)] >= first * STEP)
    return (await connection.execute(query)).all()


def _add(
    found: dict[int, list[str]], copies: dict[tuple[str, int], int], table: Table, rows: Iterable[Row[Any]]
) -> None:
    names = [c.name for c in table.columns if c.name not in OF_ITSELF and c.name not in COLUMNS[table.name]]
    for row in rows:
        values = row._mapping
        key = values[root(table)]
        number = key // STEP if key < NEW else copies.get((_parent(table, values), key))
        if number is None:  # of a copy before the first
            continue
        if "id" in values:
            copies[table.name, values["id"]] = number
        told = [table.name, *(values[name] for name in names)]
        found[number].append(json.dumps(told, sort_keys=True, default=str))


def _parent(table: Table, values: RowMapping) -> str:
    if table is moves:
        return f"{values['subject']}s"
    (key,) = table.columns[root(table)].foreign_keys
    return key.column.table.name
