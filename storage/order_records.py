"""Orders with all that made them, as rows: what a program needs to write them down again elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Table, select

from services.order_books import BookSpan
from storage.connection import Connection
from storage.order_books import within
from storage.tables.trade import confirmations, moves, negotiations, offers, orders

Record = dict[str, Any]

_MADE_OF: Final[Sequence[tuple[str, Table, str, str]]] = (
    ("negotiations", negotiations, "id", "negotiation_id"),
    ("offers", offers, "negotiation_id", "negotiation_id"),
    ("confirmations", confirmations, "order_id", "id"),
)
"""A list of the record, its table, and the column of it that holds a column of the order."""


async def order_records(
    connection: Connection, span: BookSpan, order_id: int, most: int
) -> list[dict[str, Any]]:
    """The next orders of the span with ids above this one: {"order": row, "offers": [row, …], …}."""
    found = within(select(orders), span).where(orders.c.id > order_id).order_by(orders.c.id).limit(most)
    placed = [dict(row) for row in (await connection.execute(found)).mappings()]
    records: list[Record] = [{"order": row} for row in placed]
    for name, table, column, of_order in _MADE_OF:
        rows = await _rows(connection, table, column, [row[of_order] for row in placed])
        for record in records:
            record[name] = rows[record["order"][of_order]]
    for record, row in zip(records, placed, strict=True):
        record["moves"] = []
        for subject, number in (("negotiation", row["negotiation_id"]), ("order", row["id"])):
            record["moves"] += await _moves(connection, subject, number)
    return records


async def _rows(
    connection: Connection, table: Table, column: str, keys: Sequence[int]
) -> defaultdict[int, list[Record]]:
    found: defaultdict[int, list[Record]] = defaultdict(list)
    query = select(table).where(table.c[column].in_(keys)).order_by(*table.primary_key.columns)
    for row in (await connection.execute(query)).mappings():
        found[row[column]].append(dict(row))
    return found


async def _moves(connection: Connection, subject: str, number: int) -> list[Record]:
    query = select(moves).where(moves.c.subject == subject, moves.c.subject_id == number)
    return [dict(row) for row in (await connection.execute(query.order_by(moves.c.number))).mappings()]
