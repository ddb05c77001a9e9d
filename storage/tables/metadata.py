"""One MetaData for every table, with names for constraints, and the column types both databases share."""

from typing import Any

from sqlalchemy import BigInteger, Column, MetaData
from sqlalchemy.dialects import postgresql, sqlite

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

Key = BigInteger().with_variant(sqlite.INTEGER(), "sqlite").with_variant(postgresql.BIGINT(), "postgresql")
"""64-bit integer key; on SQLite an INTEGER, so that a primary key is the row id."""

Millis = BigInteger
"""A moment: milliseconds since 1970-01-01 UTC."""


def id_column() -> "Column[Any]":
    """An auto-numbered primary key."""
    return Column("id", Key, primary_key=True, autoincrement=True)
