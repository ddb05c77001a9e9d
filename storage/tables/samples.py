"""Requests for samples, and every quote that was given."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    text,
)

from domain.lifecycle import OPEN_SAMPLES, SampleStatus
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

sample_requests = Table(
    "sample_requests",
    metadata,
    id_column(),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("product_id", Key, ForeignKey("products.id"), nullable=False),
    Column("negotiation_id", Key, ForeignKey("negotiations.id")),
    Column("order_id", Key, ForeignKey("orders.id")),
    Column("goods", JSON, nullable=False),
    Column("pieces", Integer, nullable=False),
    Column("wishes", Text, nullable=False, server_default=""),
    Column("closing", Text, nullable=False, server_default=""),
    Column("status", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("expires_at", Millis, nullable=False),
    Column("warned_at", Millis),
    Column("changed_at", Millis, nullable=False),
    CheckConstraint(one_of("status", SampleStatus), name="status"),
    CheckConstraint("version >= 0", name="version"),
    CheckConstraint("pieces > 0", name="pieces"),
    CheckConstraint("(status = 'ordered') = (order_id IS NOT NULL)", name="ordered"),
)
for _party in ("buyer_id", "supplier_id"):
    Index(
        f"ix_sample_requests_{_party}",
        sample_requests.c[_party],
        sample_requests.c.status,
        sample_requests.c.changed_at,
    )
_open = text(one_of("status", OPEN_SAMPLES))
Index(
    "ix_sample_requests_open_expires_at",
    sample_requests.c.expires_at,
    sqlite_where=_open,
    postgresql_where=_open,
)
Index(
    "ix_sample_requests_open",
    sample_requests.c.buyer_id,
    sample_requests.c.product_id,
    unique=True,
    sqlite_where=_open,
    postgresql_where=_open,
)
"""Of a product a buyer has one open request at a time."""

sample_quotes = Table(
    "sample_quotes",
    metadata,
    Column("request_id", Key, ForeignKey("sample_requests.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("price", BigInteger, nullable=False),
    Column("freight", BigInteger, nullable=False),
    Column("currency", Text, nullable=False),
    Column("days", Integer),
    Column("is_refundable", Boolean, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("price >= 0 AND freight >= 0", name="amounts"),
)
"""Rows are only ever added; price of one piece and freight of all are in minor units."""
