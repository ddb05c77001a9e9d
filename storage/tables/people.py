"""Persons, whom they sell for, invitations to sell, and where their conversations stand."""

from sqlalchemy import JSON, BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Table, Text

from domain.policy import Role
from storage.tables.metadata import Key, Millis, metadata, one_of

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
    Column("role", Text, nullable=False, server_default=Role.SALES.value),
    Column("since", Millis, nullable=False, server_default="0"),
    CheckConstraint(one_of("role", Role), name="role"),
)
"""Who sells for which supplier, as what, and since when."""

invitations = Table(
    "invitations",
    metadata,
    Column("payload", Text, primary_key=True),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("used_by", BigInteger, ForeignKey("persons.id")),
    Column("role", Text),
    Column("made_by", BigInteger, ForeignKey("persons.id")),
    CheckConstraint(one_of("role", Role), name="role"),
)
"""Links that make one person a seller. Without a `role` the first is an owner and the others sell.

Made in the chat, a link counts only as long as `made_by` is an owner; one of the platform has none.
"""

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text),
    Column("data", JSON, nullable=False),
)
"""Where a person stands in a conversation; written in the transaction of the update that moved it."""
