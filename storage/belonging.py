"""Which bot a database belongs to."""

from sqlalchemy import insert, select

from domain.refusal import Refusal
from storage.database import Connection
from storage.tables.post import facts


class ForeignDatabase(Refusal):
    """The database belongs to bot `owner`, not to this one."""


async def belong_to(connection: Connection, bot_id: int) -> None:
    """Binds an unbound database to the bot. Raises ForeignDatabase if it is another's."""
    query = select(facts.c.value).where(facts.c.name == "bot_id")
    owner = (await connection.execute(query)).scalar_one_or_none()
    if owner is None:
        await connection.execute(insert(facts).values(name="bot_id", value=str(bot_id)))
    elif owner != str(bot_id):
        raise ForeignDatabase(owner=owner)
