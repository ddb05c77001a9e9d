"""Messages between the sides in the database."""

from sqlalchemy import insert, select

from domain.people import Side
from services.talk import Message
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.tables.trade import messages


class StoredTalk:
    """Fulfils services.ports.Talk."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, message: Message) -> Message:
        """Keeps a message; returns it with its id."""
        values = {
            "negotiation_id": message.negotiation_id,
            "side": message.side.value,
            "author_id": message.author_id,
            "body": message.body,
            "at": to_millis(message.at),
        }
        result = await self._connection.execute(insert(messages).returning(messages.c.id), values)
        return message.with_id(result.scalar_one())

    async def get(self, message_id: int) -> Message | None:
        """The message."""
        query = select(messages).where(messages.c.id == message_id)
        row = (await self._connection.execute(query)).one_or_none()
        if row is None:
            return None
        return Message(row.id, row.negotiation_id, Side(row.side), row.author_id, row.body, to_moment(row.at))
