"""Which message in which chat shows what, and which of them still stand."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Row,
    Text,
    bindparam,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from services.mail import Card, ShownCard
from services.moves import Subject
from storage.database import Connection
from storage.plain import Plain
from storage.tables.post import cards

_COLUMNS = (cards.c.message_id, cards.c.subject, cards.c.subject_id, cards.c.version, cards.c.talk_id)
_SHOWN = Plain(
    select(*_COLUMNS).where(
        cards.c.chat_id == bindparam("chat_id"), cards.c.message_id == bindparam("message_id")
    )
)
_SHOWING = Plain(
    select(func.max(cards.c.message_id)).where(
        cards.c.subject == bindparam("kind"),
        cards.c.subject_id == bindparam("number"),
        cards.c.chat_id == bindparam("chat_id"),
    )
)
_NEWEST = Plain(select(func.max(cards.c.message_id)).where(cards.c.chat_id == bindparam("chat_id")))
_OLDER = cards.alias("older")


def _standing(table: FromClause) -> ColumnElement[bool]:
    """The cards of a deal that stand in a chat; an order's takes the place of its negotiation's too.

    In words that let SQLite search its index for the subject instead of reading the whole chat.
    """
    c = table.c
    kind, origin = bindparam("kind", type_=Text), literal(Subject.NEGOTIATION.value)
    number, negotiation = bindparam("number", type_=BigInteger), bindparam("negotiation", type_=BigInteger)
    is_sought = c.subject.in_([kind, origin]) & c.subject_id.in_([number, negotiation])
    is_it = (c.subject == kind) & (c.subject_id == number)
    is_its_origin = (c.subject == origin) & (c.subject_id == negotiation)
    stands = (c.chat_id == bindparam("chat")) & (c.version > 0)
    return is_sought & or_(is_it, is_its_origin) & stands


_STANDING = Plain(select(*_COLUMNS).where(_standing(cards)))
_OVERTAKE = Plain(
    update(cards)
    .where(_standing(cards), cards.c.message_id != bindparam("newer"))
    .values(version=-cards.c.version)
    .returning(*_COLUMNS)
)


def _keep(statement: sqlite.Insert | postgresql.Insert) -> ReturningInsert[Any]:
    """Tells in the same statement whether an older card stands."""
    columns = ("subject", "subject_id", "version", "talk_id")
    shown = {name: statement.excluded[name] for name in columns}
    kept = statement.on_conflict_do_update(index_elements=["chat_id", "message_id"], set_=shown)
    is_older = _standing(_OLDER) & (_OLDER.c.message_id != bindparam("newer"))
    return kept.returning(select(func.count()).select_from(_OLDER).where(is_older).scalar_subquery())


_KEEP = {"sqlite": Plain(_keep(sqlite.insert(cards))), "postgresql": Plain(_keep(postgresql.insert(cards)))}


class StoredCards:
    """Fulfils services.talk_books.Cards."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def shown(self, chat_id: int, message_id: int) -> Card | None:
        """What the message shows."""
        found = await self._connection.execute(_SHOWN, {"chat_id": chat_id, "message_id": message_id})
        row = found.one_or_none()
        return _shown(row).card if row else None

    async def standing(self, chat_id: int, card: Card) -> Sequence[ShownCard]:
        """The cards in the chat whose place this one takes."""
        rows = await self._connection.execute(_STANDING, {"chat": chat_id, **_deal(card)})
        return [_shown(row) for row in rows]

    async def showing(self, chat_id: int, subject: Subject, subject_id: int) -> int | None:
        """The newest message in the chat that belongs to the subject."""
        about = {"chat_id": chat_id, "kind": subject.value, "number": subject_id}
        number: int | None = (await self._connection.execute(_SHOWING, about)).scalar_one()
        return number

    async def newest(self, chat_id: int) -> int | None:
        """The newest message in the chat that shows anything."""
        number: int | None = (await self._connection.execute(_NEWEST, {"chat_id": chat_id})).scalar_one()
        return number


async def keep_card(connection: Connection, chat_id: int, message_id: int, card: Card) -> Sequence[ShownCard]:
    """Notes what a message shows; returns the older cards in the chat that stood until now.

    One that is edited in place shows what it was edited to.
    """
    deal = {"chat": chat_id, "newer": message_id, **_deal(card)}
    row = {
        "chat_id": chat_id,
        "message_id": message_id,
        "subject": card.subject.value,
        "subject_id": card.subject_id,
        "version": card.version,
        "talk_id": card.talk_id or None,
    }
    older = (await connection.execute(_KEEP[connection.dialect.name], {**row, **deal})).scalar_one()
    if not older or card.version <= 0:
        return []
    return [_shown(row) for row in await connection.execute(_OVERTAKE, deal)]


def _deal(card: Card) -> dict[str, Any]:
    return {"kind": card.subject.value, "number": card.subject_id, "negotiation": card.negotiation_id}


def _shown(row: Row[Any]) -> ShownCard:
    card = Card(Subject(row.subject), row.subject_id, row.version, talk_id=row.talk_id or 0)
    return ShownCard(row.message_id, card)
