"""What came in and what goes out: the inbox, the outbox, the cards that stand in chats, and leases."""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.metadata import Key, Millis, id_column, metadata

WAITING = "waiting"
DONE = "done"
DEAD = "dead"

inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),
    Column("body", LargeBinary),
    Column("status", Text, nullable=False, default=WAITING),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Millis, nullable=False, default=0),
    Column("holder", Text),
    Column("received_at", Millis, nullable=False),
    UniqueConstraint("bot_id", "update_id"),
    CheckConstraint("status IN ('waiting', 'done', 'dead')", name="status"),
)
"""Updates as they arrived; `lane` is whose order they keep (person or chat). Done rows lose the body."""

_waiting, _dead = (text(f"status = '{status}'") for status in (WAITING, DEAD))
Index("ix_inbox_waiting", inbox.c.lane, inbox.c.id, sqlite_where=_waiting, postgresql_where=_waiting)
Index("ix_inbox_dead", inbox.c.id, sqlite_where=_dead, postgresql_where=_dead)

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", JSON, nullable=False),
    Column("cause", Text, nullable=False),
    Column("status", Text, nullable=False, default=WAITING),
    Column("attempts", Integer, nullable=False, default=0),
    Column("doubtful", Integer, nullable=False, default=0),
    Column("not_before", Millis, nullable=False, default=0),
    Column("holder", Text),
    Column("written_at", Millis, nullable=False),
    Column("settled_at", Millis),
    Column("problem", Text),
    CheckConstraint("status IN ('waiting', 'done', 'dead')", name="status"),
    CheckConstraint("kind IN ('reply', 'notice')", name="kind"),
)
"""Words to be said: a reply is a finished screen for the one who acted, a notice a fact rendered when sent.

`doubtful` counts attempts whose outcome is unknown: the message may have arrived.
"""

Index("ix_outbox_waiting", outbox.c.chat_id, outbox.c.id, sqlite_where=_waiting, postgresql_where=_waiting)
Index("ix_outbox_dead", outbox.c.id, sqlite_where=_dead, postgresql_where=_dead)

cards = Table(
    "cards",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("subject", Text, nullable=False),
    Column("subject_id", Key, nullable=False),
    Column("version", Integer, nullable=False),
    Column("talk_id", Key),
)
"""Which message in which chat shows what, so that a reply to it finds its way.

`talk_id` is the message between the sides that it carries.
"""

Index("ix_cards_subject", cards.c.subject, cards.c.subject_id, cards.c.chat_id)
_carries = text("talk_id IS NOT NULL")
Index("ix_cards_talk_id", cards.c.talk_id, cards.c.chat_id, sqlite_where=_carries, postgresql_where=_carries)

pauses = Table(
    "pauses",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("until", Millis, nullable=False),
)
"""Until when Telegram wants silence in a chat; chat 0 is everywhere. Survives a restart."""

workers = Table(
    "workers",
    metadata,
    Column("name", Text, primary_key=True),
    Column("alive_until", Millis, nullable=False),
)
"""Workers and until when each is taken to be alive; what a dead one holds is free."""

duties = Table(
    "duties",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
)
"""Duties that only one living worker may have at a time, such as polling."""

facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Facts about this installation, such as which bot the database belongs to."""
