"""Goods that travel because of a claim, and what was said against them."""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Table, Text

from domain.people import Side
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of


def _said_columns() -> "list[Column[Any]]":
    return [
        Column("claim_id", Key, ForeignKey("claims.id"), nullable=False, index=True),
        Column("side", Text, nullable=False),
        Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
        Column("at", Millis, nullable=False),
    ]


return_parcels = Table(
    "return_parcels",
    metadata,
    id_column(),
    *_said_columns(),
    Column("carrier", Text, nullable=False),
    Column("carrier_name", Text, nullable=False),
    Column("tracking", Text, nullable=False),
    CheckConstraint(one_of("side", Side), name="side"),
)
"""`carrier` is empty where another than the known ones is named. Rows are only ever added."""

return_contests = Table(
    "return_contests",
    metadata,
    id_column(),
    *_said_columns(),
    Column("reason", Text, nullable=False),
    CheckConstraint(one_of("side", Side), name="side"),
    CheckConstraint("reason <> ''", name="reason"),
)
"""Rows are only ever added."""
