"""What a supplier's people do with its products: every change, holiday notices, and files to import."""

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
    text,
)

from services.product_files import FileStatus
from services.stall_books import Change
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

product_changes = Table(
    "product_changes",
    metadata,
    id_column(),
    Column("product_id", Key, ForeignKey("products.id"), nullable=False, index=True),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("change", Text, nullable=False),
    Column("columns", JSON, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("change", Change), name="change"),
)
"""Who changed which product how; `columns` is {column: [before, after]}. Rows are only ever added."""

holiday_notices = Table(
    "holiday_notices",
    metadata,
    Column("supplier_id", Key, ForeignKey("suppliers.id"), primary_key=True, autoincrement=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("set_by", BigInteger, nullable=False),
    Column("set_at", Millis, nullable=False),
)
"""What each supplier last said of its days off; a day is its number in the calendar (date.toordinal)."""

product_files = Table(
    "product_files",
    metadata,
    id_column(),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("telegram_id", BigInteger, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("listings", Text, nullable=False, server_default=""),
    Column("report", JSON(none_as_null=True)),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", Millis, nullable=False, server_default="0"),
    Column("holder", Text),
    Column("sent_at", Millis, nullable=False),
    CheckConstraint(one_of("status", FileStatus), name="status"),
)
"""Catalogue files that sellers sent; `listings` is the key of what was read in our own store.

What a worker `holder` left behind when it died is taken up by the next.
"""
Index("ix_product_files_person_id", product_files.c.person_id, product_files.c.telegram_id, unique=True)
_due = text("status IN ('reading', 'wanted')")
Index("ix_product_files_due", product_files.c.not_before, sqlite_where=_due, postgresql_where=_due)
