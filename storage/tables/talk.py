"""What the sides say to each other, copies of their files, translations, and phone numbers given."""

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

from services.consents import Given
from services.said import Kind
from storage.tables.metadata import Key, Millis, id_column, metadata, one_of

messages = Table(
    "messages",
    metadata,
    id_column(),
    Column("negotiation_id", Key, ForeignKey("negotiations.id"), nullable=False, index=True),
    Column("side", Text, nullable=False),
    Column("author_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("body", Text, nullable=False),
    Column("at", Millis, nullable=False),
    Column("kind", Text, nullable=False, server_default="text"),
    Column("attachment", JSON(none_as_null=True)),
    Column("size", BigInteger, nullable=False, server_default="0"),
    Column("telegram_id", BigInteger),
    Column("edited_at", BigInteger, nullable=False, server_default="0"),
    Column("album", Text, nullable=False, server_default=""),
    Column("answers", Key),
    Column("edits", Key, index=True),
    Column("phrase", JSON(none_as_null=True)),
    Column("digest", Text, nullable=False, server_default=""),
    CheckConstraint(one_of("kind", Kind), name="kind"),
)
"""Rows are only ever added: an edit is a row of its own that names the first wording in `edits`.

`telegram_id` is the message's number in its author's chat, so that each is kept once.
"""
_first = text("edits IS NULL")
Index(
    "ix_messages_author_id",
    messages.c.author_id,
    messages.c.telegram_id,
    unique=True,
    sqlite_where=_first,
    postgresql_where=_first,
)

_file = text("size > 0")
Index(
    "ix_messages_author_id_at",
    messages.c.author_id,
    messages.c.at,
    sqlite_where=_file,
    postgresql_where=_file,
)

fetches = Table(
    "fetches",
    metadata,
    Column("message_id", Key, ForeignKey("messages.id"), primary_key=True, autoincrement=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Millis, nullable=False),
)
"""Files that are still to be copied to our own store; who takes one in hand moves `not_before`."""
Index("ix_fetches_not_before", fetches.c.not_before)

files = Table(
    "files",
    metadata,
    Column("message_id", Key, ForeignKey("messages.id"), primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("problem", Text, nullable=False),
    Column("at", Millis, nullable=False),
)
"""Copies of files in our own store, under the key `sha256`; empty with the `problem` when there is none.

Rows are only ever added.
"""

translations = Table(
    "translations",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("translation", Text, nullable=False),
    Column("at", Millis, nullable=False),
)
"""What the machine translator made of a text; `digest` is that of the text and the language."""

consents = Table(
    "consents",
    metadata,
    id_column(),
    Column("given", Text, nullable=False),
    Column("person_id", BigInteger, ForeignKey("persons.id"), nullable=False),
    Column("supplier_id", Key, ForeignKey("suppliers.id"), nullable=False),
    Column("negotiation_id", Key, ForeignKey("negotiations.id")),
    Column("number", Text, nullable=False),
    Column("at", Millis, nullable=False),
    CheckConstraint(one_of("given", Given), name="given"),
    CheckConstraint("number <> ''", name="number"),
)
"""Phone numbers that one side gave to the other. Rows are only ever added."""
