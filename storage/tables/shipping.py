"""What happens to an order after it was paid: milestones, consignments, requests to cancel."""

from typing import Any

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
)

from domain.milestone import Stage
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of


def _file_columns() -> "list[Column[Any]]":
    return [
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column("kind", Text, nullable=False),
        Column("file", JSON, nullable=False),
    ]


def _waybill_columns() -> "list[Column[Any]]":
    return [
        Column("carrier", Text, nullable=False),
        Column("carrier_name", Text, nullable=False),
        Column("tracking", Text, nullable=False),
        Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
        Column("at", Millis, nullable=False),
    ]


milestones = Table(
    "milestones",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False),
    Column("stage", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("note", Text, nullable=False),
    Column("photos", Integer, nullable=False),
    Column("at", Millis, nullable=False),
    UniqueConstraint("order_id", "stage"),
    CheckConstraint(one_of("stage", Stage), name="stage"),
)
"""Rows of this module are only ever added; triggers of the migration refuse changes."""

milestone_files = Table(
    "milestone_files",
    metadata,
    Column("milestone_id", Key, ForeignKey("milestones.id"), primary_key=True, autoincrement=False),
    *_file_columns(),
)

consignments = Table(
    "consignments",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("quantity", Integer, nullable=False),
    Column("arrives_on", Text, nullable=False),
    Column("photos", Integer, nullable=False),
    *_waybill_columns(),
    CheckConstraint("number > 0", name="number"),
    CheckConstraint("quantity > 0", name="quantity"),
)
"""`carrier` is empty where another than the known ones is named; `arrives_on` is a day, or empty."""

consignment_files = Table(
    "consignment_files",
    metadata,
    Column("order_id", Key, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_file_columns(),
    ForeignKeyConstraint(["order_id", "number"], ["consignments.order_id", "consignments.number"]),
)

waybills = Table(
    "waybills",
    metadata,
    id_column(),
    Column("order_id", Key, nullable=False),
    Column("number", Integer, nullable=False),
    *_waybill_columns(),
    ForeignKeyConstraint(["order_id", "number"], ["consignments.order_id", "consignments.number"]),
)
"""Corrections of a consignment's waybill; the latest counts."""
Index("ix_waybills_order_id", waybills.c.order_id, waybills.c.number)

cancel_requests = Table(
    "cancel_requests",
    metadata,
    id_column(),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint("side IN ('buyer', 'seller')", name="side"),
)
