"""Copies of people's files in our own store, and files that are still to be copied."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text

from storage.tables.metadata import Millis, metadata

awaited_copies = Table(
    "awaited_copies",
    metadata,
    Column("unique_id", Text, primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Millis, nullable=False),
)
"""Files that are still to be copied, once each however often they were sent, under Telegram's lasting name.

`size` is in bytes, 0 if Telegram did not say; who takes one in hand moves `not_before`.
"""
Index("ix_awaited_copies_not_before", awaited_copies.c.not_before)

copies = Table(
    "copies",
    metadata,
    Column("unique_id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("preview", Text, nullable=False),
    Column("likeness", Text, nullable=False),
    Column("flaw", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("(sha256 = '') = (problem <> '')", name="problem"),
)
"""What became of each: its content under the key `sha256`, or the `problem` that left us without.

`type` is known by the content, `preview` the key of a picture without metadata, `likeness` what similar
pictures share, `flaw` why the content is not to be shown. Rows are only ever added.
"""
Index("ix_copies_sha256", copies.c.sha256)
