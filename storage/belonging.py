"""Which bot a database belongs to."""

from sqlalchemy import select

from domain.refusal import Refusal
from storage.database import Connection
from storage.inserting import insert_if_new
from storage.tables.post import facts


class ForeignDatabase(Refusal):
    """The database belongs to bot `owner`, not to this one."""


async def belong_to(connection: Connection, bot_id: int) -> None:
    """Binds an unbound database to the bot. Raises ForeignDatabase if it is another's."""
    await connection.execute(insert_if_new(connection, facts), {"name": "bot_id", "value": str(bot_id)})
    owner = (await connection.execute(select(facts.c.value).where(facts.c.name == "bot_id"))).scalar_one()
    if owner != str(bot_id):
        raise ForeignDatabase(owner=owner)
