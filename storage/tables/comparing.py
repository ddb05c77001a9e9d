"""Comparing suppliers: requests for quotation, the negotiations of each, and products put side by side."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table

from storage.tables.metadata import Key, Millis, id_column, metadata

rfqs = Table(
    "rfqs",
    metadata,
    id_column(),
    Column("buyer_id", BigInteger, ForeignKey("persons.id"), nullable=False, index=True),
    Column("sent_at", Millis, nullable=False),
)

rfq_negotiations = Table(
    "rfq_negotiations",
    metadata,
    Column("rfq_id", Key, ForeignKey("rfqs.id"), primary_key=True, autoincrement=False),
    Column("negotiation_id", Key, ForeignKey("negotiations.id"), primary_key=True, autoincrement=False),
)
"""A negotiation that was open already may belong to several; the latest counts."""

Index("ix_rfq_negotiations_negotiation_id", rfq_negotiations.c.negotiation_id, rfq_negotiations.c.rfq_id)

compared = Table(
    "compared",
    metadata,
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("product_id", Key, ForeignKey("products.id"), primary_key=True, autoincrement=False),
    Column("added_at", Millis, nullable=False),
)
