"""A bot that starts on a current database does not walk the migrations again."""

from alembic.script import ScriptDirectory
from sqlalchemy import text

from storage.database import Connection, open_database
from storage.migrating import migrate
from storage.revisions import FOLDER, newest_revision


def test_the_newest_revision_is_the_head_of_the_migrations() -> None:
    assert newest_revision() == ScriptDirectory(str(FOLDER)).get_current_head()


async def test_a_database_walks_to_the_newest_revision_and_stays_there(database_url: str) -> None:
    async def revisions(connection: Connection) -> list[str]:
        found = await connection.execute(text("SELECT version_num FROM alembic_version"))
        return list(found.scalars())

    async with open_database(database_url) as database:
        await migrate(database)
        await migrate(database)

        assert await database.run(revisions) == [newest_revision()]
