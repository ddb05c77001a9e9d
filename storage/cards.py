"""Which message in which chat shows what."""

from sqlalchemy import bindparam, func, select

from services.mail import Card
from storage.database import Connection
from storage.people import insert_if_new
from storage.tables.post import cards

_SHOWN = select(cards.c.subject, cards.c.subject_id).where(
    cards.c.chat_id == bindparam("chat_id"), cards.c.message_id == bindparam("message_id")
)
_NEWEST = select(func.max(cards.c.message_id)).where(
    cards.c.chat_id == bindparam("chat_id"),
    cards.c.subject == bindparam("subject"),
    cards.c.subject_id == bindparam("subject_id"),
)


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
    """Notes what a message shows; a card that is edited in place keeps its row."""
    values = {
        "chat_id": chat_id,
        "message_id": message_id,
        "subject": card.subject.value,
        "subject_id": card.subject_id,
        "version": card.version,
    }
    await connection.execute(insert_if_new(connection, cards), values)
