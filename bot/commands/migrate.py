"""`yijia migrate`: brings the database's schema up to date."""

import asyncio

import click

from bot.commands.asked import settings_or_exit
from storage.database import open_database
from storage.migrating import migrate as walk
from storage.walking import leads_down


@click.command()
@click.argument("revision", default="head")
@click.option("--yes", is_flag=True, help="Walk down without asking.")
def migrate(revision: str, yes: bool) -> None:
    """Bring the database's schema up to REVISION (default: the newest); `run` does this by itself.

    "base", or steps such as -- -1, lead down: tables are taken away with what they hold.
    """
    if leads_down(revision) and not yes:
        click.confirm("Tables will be taken away with what they hold. Go on?", abort=True)
    asyncio.run(_migrate(settings_or_exit().database_url, revision))
    click.echo(f"The database is at {revision}.")


async def _migrate(url: str, revision: str) -> None:
    async with open_database(url) as database:
        await walk(database, revision)
