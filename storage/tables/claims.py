"""Claims on orders, and every amount that was on the table."""

from sqlalchemy import (
    JSON,
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

from domain.claim_facts import UNDECIDED, ClaimKind, ClaimReason
from domain.lifecycle import OPEN_CLAIMS, Actor, ClaimStatus
from domain.people import Side
from domain.settlement import Remedy
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

claims = Table(
    "claims",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("lines", JSON(none_as_null=True)),
    Column("count", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("bundle_id", Key, nullable=False),
    Column("claimed", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("approved_by", JSON, nullable=False),
    Column("repaid", BigInteger, nullable=False),
    Column("decided", Integer, nullable=False),
    Column("reminders", Integer, nullable=False, server_default="0"),
    Column("evidence_from", Text),
    Column("evidence_until", Millis),
    Column("opened_at", Millis, nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("changed_at", Millis, nullable=False),
    CheckConstraint(one_of("status", ClaimStatus), name="status"),
    CheckConstraint("version > 0", name="version"),
    CheckConstraint(one_of("kind", ClaimKind), name="kind"),
    CheckConstraint(one_of("reason", ClaimReason), name="reason"),
    CheckConstraint("claimed > 0 AND repaid >= 0 AND repaid <= claimed", name="claimed"),
    CheckConstraint("CASE WHEN kind = 'late' THEN days > 0 ELSE count > 0 END", name="affected"),
    CheckConstraint("decided >= 0 AND decided <= version", name="decided"),
)
Index("ix_claims_supplier_id_status", claims.c.supplier_id, claims.c.status)
Index("ix_claims_buyer_id_changed_at", claims.c.buyer_id, claims.c.changed_at)
Index("ix_claims_supplier_id_changed_at", claims.c.supplier_id, claims.c.changed_at)
_undecided = text(one_of("status", UNDECIDED))
Index(
    "ix_claims_undecided",
    claims.c.order_id,
    unique=True,
    sqlite_where=_undecided,
    postgresql_where=_undecided,
)
_waiting = text(one_of("status", OPEN_CLAIMS))
Index("ix_claims_expires_at", claims.c.expires_at, sqlite_where=_waiting, postgresql_where=_waiting)

claim_versions = Table(
    "claim_versions",
    metadata,
    Column("claim_id", Key, ForeignKey("claims.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("author", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("remedy", Text, nullable=False),
    Column("minor", BigInteger, nullable=False),
    Column("freight", Text),
    Column("address", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint(one_of("remedy", Remedy), name="remedy"),
    CheckConstraint("(minor > 0) = (remedy NOT IN ('nothing', 'replacement'))", name="minor"),
    CheckConstraint("(freight IS NOT NULL) = (remedy = 'return')", name="freight"),
    CheckConstraint(one_of("freight", Side), name="payer"),
    CheckConstraint(one_of("author", set(Actor) - {Actor.CLOCK}), name="author"),
)
"""Rows are only ever added; `freight` is who pays it; amounts are in minor units of the claim's currency."""
