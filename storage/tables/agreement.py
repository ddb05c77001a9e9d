"""Agreements that were made, files to verify, and amendments with their answers."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Table,
    Text,
)

from domain.amendment import Answer
from domain.people import Side
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

agreements = Table(
    "agreements",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("seal", Text, nullable=False, index=True),
    Column("confirmed_at", Millis, nullable=False),
    Column("at", Millis, nullable=False),
)
"""The one file of a confirmed revision: its key in our own store. Rows are only ever added."""

verifications = Table(
    "verifications",
    metadata,
    id_column(),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Millis, nullable=False, index=True),
)
"""Files that are still to be fetched and compared; who takes one in hand moves `not_before`."""

amendments = Table(
    "amendments",
    metadata,
    Column("order_id", Key, ForeignKey("orders.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("terms", JSON, nullable=False),
    Column("details", JSON, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("side", Side), name="side"),
    CheckConstraint("number > 0", name="number"),
)
"""What a side wants changed in `revision`, with all terms as they would be. Rows are only ever added."""

amendment_answers = Table(
    "amendment_answers",
    metadata,
    Column("order_id", Key, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("answer", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("at", Millis, nullable=False),
    ForeignKeyConstraint(["order_id", "number"], ["amendments.order_id", "amendments.number"]),
    CheckConstraint(one_of("answer", Answer), name="answer"),
    CheckConstraint(one_of("side", Side), name="side"),
)
"""What became of an amendment, once. Rows are only ever added."""
