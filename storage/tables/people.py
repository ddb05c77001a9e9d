"""Persons, whom they sell for, invitations to sell, and where their conversations stand."""

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Table, Text

from storage.tables.metadata import Key, Millis, metadata

persons = Table(
    "persons",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", Text, nullable=False),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("since", Millis, nullable=False),
    CheckConstraint("language IN ('en', 'zh', 'zh_Hant')", name="language"),
)
"""`id` is the numeric Telegram id; no name is kept."""

memberships = Table(
    "memberships",
    metadata,
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), primary_key=True, index=True),
)

invitations = Table(
    "invitations",
    metadata,
    Column("payload", Text, primary_key=True),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("used_by", BigInteger, ForeignKey("persons.id")),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text),
    Column("data", JSON, nullable=False),
)
"""Where a person stands in a conversation; written in the transaction of the update that moved it."""
