"""Claims on orders, and every amount that was on the table."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from domain.lifecycle import ClaimStatus
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

ANSWERABLE = (ClaimStatus.AWAITING_SELLER, ClaimStatus.AWAITING_BUYER)

claims = Table(
    "claims",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("days", Integer, nullable=False),
    Column("claimed", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("closing", Text, nullable=False, server_default=""),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("changed_at", Millis, nullable=False),
    CheckConstraint(one_of("status", ClaimStatus), name="status"),
    CheckConstraint("version > 0", name="version"),
    CheckConstraint("claimed > 0 AND days > 0", name="claimed"),
)
Index("ix_claims_supplier_id_status", claims.c.supplier_id, claims.c.status)
_answerable = text(one_of("status", ANSWERABLE))
Index(
    "ix_claims_answerable",
    claims.c.order_id,
    unique=True,
    sqlite_where=_answerable,
    postgresql_where=_answerable,
)
_waiting = text(one_of("status", (*ANSWERABLE, ClaimStatus.AGREED)))
Index("ix_claims_expires_at", claims.c.expires_at, sqlite_where=_waiting, postgresql_where=_waiting)

claim_versions = Table(
    "claim_versions",
    metadata,
    Column("claim_id", Key, ForeignKey("claims.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("minor > 0", name="minor"),
    CheckConstraint("side IN ('buyer', 'seller')", name="side"),
)
"""Rows are only ever added; amounts are in minor units of the claim's currency."""
