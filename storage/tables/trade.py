"""Negotiations with their offers, orders with their confirmations, and every move made."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from domain.lifecycle import OPEN_NEGOTIATIONS, OPEN_ORDERS, NegotiationStatus, OrderStatus
from domain.order_facts import OrderKind
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

negotiations = Table(
    "negotiations",
    metadata,
    id_column(),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("product_id", Key, ForeignKey("products.id"), nullable=False),
    Column("goods", JSON, nullable=False),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("changed_at", Millis, nullable=False),
    Column("freight", JSON(none_as_null=True)),
    Column("warns_at", Millis, nullable=False, server_default="0"),
    Column("frozen_at", Millis),
    CheckConstraint(one_of("status", NegotiationStatus), name="status"),
    CheckConstraint("version > 0", name="version"),
)
for _party in ("buyer_id", "supplier_id"):
    Index(f"ix_negotiations_{_party}", negotiations.c[_party], negotiations.c.changed_at)
Index(
    "ix_negotiations_supplier_id_status",
    negotiations.c.supplier_id,
    negotiations.c.status,
    negotiations.c.changed_at,
)
_open_negotiation = text(f"{one_of('status', OPEN_NEGOTIATIONS)} AND frozen_at IS NULL")
Index(
    "ix_negotiations_open_expires_at",
    negotiations.c.expires_at,
    sqlite_where=_open_negotiation,
    postgresql_where=_open_negotiation,
)

offers = Table(
    "offers",
    metadata,
    Column("negotiation_id", Key, ForeignKey("negotiations.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("terms", JSON, nullable=False),
    Column("digest", Text, nullable=False),
    Column("source", Text, nullable=False, default=""),
    Column("at", Millis, nullable=False),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("side IN ('buyer', 'seller')", name="side"),
)
"""Rows are only ever added; triggers of the migration refuse changes."""

orders = Table(
    "orders",
    metadata,
    id_column(),
    Column("negotiation_id", Key, ForeignKey("negotiations.id"), nullable=False, unique=True),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("goods", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("amended", JSON(none_as_null=True)),
    Column("details", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("placed_at", Millis, nullable=False),
    Column("changed_at", Millis, nullable=False),
    Column("warns_at", Millis, nullable=False, server_default="0"),
    Column("funded_at", Millis),
    Column("shipped", Integer, nullable=False, server_default="0"),
    Column("cancel_asked_by", Text),
    Column("cancel_until", Millis),
    Column("kind", Text, nullable=False, server_default="bulk"),
    ForeignKeyConstraint(["negotiation_id", "version"], ["offers.negotiation_id", "offers.number"]),
    CheckConstraint(one_of("status", OrderStatus), name="status"),
    CheckConstraint("shipped >= 0", name="shipped"),
    CheckConstraint("cancel_asked_by IN ('buyer', 'seller')", name="cancel_asked_by"),
    CheckConstraint(one_of("kind", OrderKind), name="kind"),
)
for _party in ("buyer_id", "supplier_id"):
    Index(f"ix_orders_{_party}", orders.c[_party], orders.c.changed_at)
    Index(f"ix_orders_{_party}_status", orders.c[_party], orders.c.status, orders.c.changed_at)
_asked = text("cancel_until IS NOT NULL")
Index("ix_orders_cancel_until", orders.c.cancel_until, sqlite_where=_asked, postgresql_where=_asked)
_open_order = text(one_of("status", OPEN_ORDERS))
Index(
    "ix_orders_open_expires_at",
    orders.c.expires_at,
    sqlite_where=_open_order,
    postgresql_where=_open_order,
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("side", Text, primary_key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("digest", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("side IN ('buyer', 'seller')", name="side"),
)
"""Rows are only ever added; those of the order's current revision are the live ones."""

moves = Table(
    "moves",
    metadata,
    id_column(),
    Column("subject", Text, nullable=False),
    Column("subject_id", Key, nullable=False),
    Column("number", Integer, nullable=False),
    Column("deed", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("person_id", BigInteger),
    Column("from_status", Text),
    Column("to_status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("cause", Text, nullable=False),
    Column("at", Millis, nullable=False),
    UniqueConstraint("subject", "subject_id", "number"),
    CheckConstraint("subject IN ('changes', 'claim', 'negotiation', 'order', 'sample')", name="subject"),
)
"""Each change of a status, once: who did what, from where to where, caused by which update or job."""
