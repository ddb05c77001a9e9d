"""Which message in which chat shows what."""

from sqlalchemy import Insert, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from services.mail import Card
from storage.database import Connection
from storage.plain import Plain
from storage.tables.post import cards

_SHOWN = Plain(
    select(cards.c.subject, cards.c.subject_id).where(
        cards.c.chat_id == bindparam("chat_id"), cards.c.message_id == bindparam("message_id")
    )
)
_NEWEST = Plain(
    select(func.max(cards.c.message_id)).where(
        cards.c.chat_id == bindparam("chat_id"),
        cards.c.subject == bindparam("subject"),
        cards.c.subject_id == bindparam("subject_id"),
    )
)


def _keep(statement: sqlite.Insert | postgresql.Insert) -> Insert:
    shown = {name: statement.excluded[name] for name in ("subject", "subject_id", "version")}
    return statement.on_conflict_do_update(index_elements=["chat_id", "message_id"], set_=shown)


_KEEP = {"sqlite": Plain(_keep(sqlite.insert(cards))), "postgresql": Plain(_keep(postgresql.insert(cards)))}


class StoredCards:
    """Fulfils services.ports.Cards."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def subject_of(self, chat_id: int, message_id: int) -> tuple[str, int] | None:
        """What the message shows: its subject's kind and id."""
        found = await self._connection.execute(_SHOWN, {"chat_id": chat_id, "message_id": message_id})
        row = found.one_or_none()
        return (row.subject, row.subject_id) if row else None

    async def newest(self, chat_id: int, card: Card) -> int | None:
        """The newest message in the chat that shows the card's subject."""
        found = await self._connection.execute(
            _NEWEST, {"chat_id": chat_id, "subject": card.subject.value, "subject_id": card.subject_id}
        )
        message_id: int | None = found.scalar_one()
        return message_id


async def keep_card(connection: Connection, chat_id: int, message_id: int, card: Card) -> None:
    """Notes what a message shows; one that is edited in place shows what it was edited to."""
    values = {
        "chat_id": chat_id,
        "message_id": message_id,
        "subject": card.subject.value,
        "subject_id": card.subject_id,
        "version": card.version,
    }
    await connection.execute(_KEEP[connection.dialect.name], values)
