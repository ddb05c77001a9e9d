"""What came of a sample: golden samples, and the changes that buyers want."""

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
    text,
)

from domain.lifecycle import ChangesStatus
from domain.wanted_changes import Verdict
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

golden_samples = Table(
    "golden_samples",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("product_id", Key, nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("bundle_id", Key, nullable=False),
    Column("photos", JSON, nullable=False),
    Column("standard", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Millis, nullable=False),
)
"""Rows are only ever added; `photos` are Telegram's unique ids of the files in the bundle."""

wanted_changes = Table(
    "wanted_changes",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("product_id", Key, nullable=False),
    Column("opened_at", Millis, nullable=False),
    Column("status", Text, nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("changed_at", Millis, nullable=False),
    Column("checked", JSON, nullable=False),
    Column("next_order_id", Key, ForeignKey("orders.id"), unique=True),
    UniqueConstraint("order_id", "number"),
    CheckConstraint(one_of("status", ChangesStatus), name="status"),
    CheckConstraint("number > 0", name="number"),
)
"""Lists of changes; `checked` are the places that were ticked on the sample of `next_order_id`."""
_open = text("status = 'awaiting_seller'")
Index(
    "ix_wanted_changes_open",
    wanted_changes.c.order_id,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index("ix_wanted_changes_expires_at", wanted_changes.c.expires_at, sqlite_where=_open, postgresql_where=_open)
Index("ix_wanted_changes_buyer_id", wanted_changes.c.buyer_id, wanted_changes.c.product_id)

wishes = Table(
    "wishes",
    metadata,
    Column("changes_id", Key, ForeignKey("wanted_changes.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
    Column("bundle_id", Key, nullable=False),
    CheckConstraint("place BETWEEN 1 AND 10", name="place"),
    CheckConstraint("words <> '' OR bundle_id > 0", name="words"),
)
"""Rows are only ever added, with their list."""

wish_answers = Table(
    "wish_answers",
    metadata,
    Column("changes_id", Key, ForeignKey("wanted_changes.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("verdict", Verdict), name="verdict"),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("(verdict = 'cannot') = (reason <> '')", name="reason"),
)
"""Every version of every answer: rows are only ever added."""
