"""What the sides say to each other, translations, and phone numbers given."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
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
