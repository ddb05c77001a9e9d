"""One MetaData for every table, with names for constraints, and the column types both databases share."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, MetaData, literal_column
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


def is_word(column: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    """Whether the column is this fixed word.

    It is spelt out: as a parameter it would hide from both databases that a partial index serves, and SQLite
    would plan the statement again each time.
    """
    return column == literal_column(f"'{word}'")


def is_one_of(column: ColumnElement[Any], words: Iterable[str]) -> ColumnElement[bool]:
    """Whether the column is one of these fixed words, which are spelt out for the same reason."""
    return column.in_([literal_column(f"'{word}'") for word in sorted(words)])


def one_of(column: str, words: Iterable[str]) -> str:
    """The same as SQL, for what a table is made with."""
    quoted = ", ".join(f"'{word}'" for word in sorted(words))
    return f"{column} IN ({quoted})"
