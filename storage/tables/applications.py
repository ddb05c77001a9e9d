"""Applications for a qualification, their photos, and the record of what became of them."""

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

from domain.application import KINDS, ApplicationStatus, Reason, Step
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

applications = Table(
    "applications",
    metadata,
    id_column(),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("applicant_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
    Column("status", Text, nullable=False),
    Column("ended_by", BigInteger, ForeignKey("persons.id")),
    Column("ended_at", Millis),
    Column("reason", Text),
    Column("words", Text, nullable=False, server_default=""),
    CheckConstraint(one_of("kind", KINDS), name="kind"),
    CheckConstraint(one_of("status", ApplicationStatus), name="status"),
    CheckConstraint(one_of("reason", Reason), name="reason"),
    CheckConstraint("(status = 'pending') = (ended_at IS NULL)", name="ended"),
)
Index("ix_applications_supplier_id", applications.c.supplier_id, applications.c.id)
_pending = text("status = 'pending'")
Index(
    "ix_applications_pending",
    applications.c.supplier_id,
    unique=True,
    sqlite_where=_pending,
    postgresql_where=_pending,
)
"""A supplier has at most one that waits for a decision."""

application_photos = Table(
    "application_photos",
    metadata,
    Column("application_id", Key, ForeignKey("applications.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("file", JSON, nullable=False),
)
"""Photos in Telegram's keeping, for operators only. Rows are only ever added."""

application_steps = Table(
    "application_steps",
    metadata,
    id_column(),
    Column("application_id", Key, ForeignKey("applications.id"), nullable=False, index=True),
    Column("step", Text, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("step", Step), name="step"),
)
"""Who did what to an application, and when. Rows are only ever added.

A grant notes the supplier's qualification `before` and `after`.
"""
