"""Case files that were made."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Table, Text

from domain.people import Side
from storage.tables.metadata import Key, Millis, metadata, one_of

case_files = Table(
    "case_files",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), primary_key=True, autoincrement=False),
    Column("order_id", Key, ForeignKey("orders.id"), nullable=False, index=True),
    Column("side", Text),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("side", Side), name="side"),
)
"""The hash of a ZIP and who had it made for his side; none: as an operator. Rows are only ever added."""
