"""Addresses that people had goods sent to, to be offered again."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Table, Text, UniqueConstraint

from domain.details import PlaceKind
from storage.tables.metadata import Millis, id_column, metadata, one_of

addresses = Table(
    "addresses",
    metadata,
    id_column(),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("address", Text, nullable=False),
    Column("consignee", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("country", Text, nullable=False, server_default=""),
    Column("place", Text),
    Column("used_at", Millis, nullable=False),
    UniqueConstraint("person_id", "address"),
    CheckConstraint("address <> ''", name="address"),
    CheckConstraint(one_of("place", PlaceKind), name="place"),
)
"""The person's own words; an order keeps its own copy, so that a change here changes no order."""
Index("ix_addresses_person_id", addresses.c.person_id, addresses.c.used_at)
