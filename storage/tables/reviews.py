"""What buyers say of what they received, their photos, and what sellers answer."""

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

from storage.tables.metadata import Key, Millis, id_column, metadata

reviews = Table(
    "reviews",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False, index=True),
    Column("product_id", Key, nullable=False),
    Column("country", Text, nullable=False),
    Column("stars", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("photos", JSON, nullable=False),
    Column("at", Millis, nullable=False),
    UniqueConstraint("order_id", "version"),
    CheckConstraint("version > 0", name="version"),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
)
"""Rows are only ever added; the highest version of an order counts. `photos` are names in review_photos."""
Index("ix_reviews_product_id_at", reviews.c.product_id, reviews.c.at)

review_photos = Table(
    "review_photos",
    metadata,
    Column("name", Text, primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sent_by", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("sent_at", Millis, nullable=False),
)
"""Photos in Telegram's keeping by their lasting name; rows are only ever added."""

review_answers = Table(
    "review_answers",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("words <> ''", name="words"),
)
"""One for an order; rows are only ever added."""
