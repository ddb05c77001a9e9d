"""Disputes: what operators ask the sides for, and the index of claims that wait for them."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, text

from domain.dispute import Wanted
from storage.tables.claims import claims
from storage.tables.metadata import Key, Millis, metadata, one_of

evidence_requests = Table(
    "evidence_requests",
    metadata,
    Column("claim_id", Key, ForeignKey("claims.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("operator_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("side", Text),
    Column("wanted", Text, nullable=False),
    Column("at", Millis, nullable=False),
    Column("until", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("told_at", Millis),
    CheckConstraint("side IN ('buyer', 'seller')", name="side"),
    CheckConstraint(one_of("wanted", Wanted), name="wanted"),
)
"""Only when a side was warned, and its end was told, is ever changed; without a side both are asked."""

_waiting = text("told_at IS NULL")
Index(
    "ix_evidence_requests_until",
    evidence_requests.c.until,
    sqlite_where=_waiting,
    postgresql_where=_waiting,
)
_escalated = text("status = 'escalated'")
Index("ix_claims_escalated", claims.c.id, sqlite_where=_escalated, postgresql_where=_escalated)
