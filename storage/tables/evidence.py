"""Evidence: bundles of files about orders and claims, and each file as it came."""

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
    UniqueConstraint,
)

from domain.people import Side
from services.evidence import Purpose
from services.photos import PHOTO_KINDS
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

evidence_bundles = Table(
    "evidence_bundles",
    metadata,
    id_column(),
    Column("purpose", Text, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("side", Text, nullable=False),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("claim_id", Key, ForeignKey("claims.id"), index=True),
    Column("opened_at", Millis, nullable=False),
    Column("closed_at", Millis),
    CheckConstraint(one_of("purpose", Purpose), name="purpose"),
    CheckConstraint(one_of("side", Side), name="side"),
)
"""Only `claim_id` and `closed_at` are ever filled in later."""
Index("ix_evidence_bundles_person_id", evidence_bundles.c.person_id, evidence_bundles.c.id)

exhibits = Table(
    "exhibits",
    metadata,
    id_column(),
    Column("bundle_id", Key, ForeignKey("evidence_bundles.id"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("unique_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("file", JSON, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Column("album", Text, nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("at", Millis, nullable=False),
    UniqueConstraint("bundle_id", "unique_id"),
    UniqueConstraint("bundle_id", "place"),
    CheckConstraint(one_of("kind", PHOTO_KINDS), name="kind"),
)
"""Rows are only ever added; `unique_id` is Telegram's lasting name of the file, `size` as Telegram says."""
Index("ix_exhibits_person_id_at", exhibits.c.person_id, exhibits.c.at)
