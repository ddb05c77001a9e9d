"""`yijia migrate`: brings the database's schema up to date."""

import asyncio

import click

from bot.commands.asked import settings_or_exit
from storage.database import open_database
from storage.migrating import migrate as walk


@click.command()
@click.argument("revision", default="head")
def migrate(revision: str) -> None:
    """Bring the database's schema up to REVISION (default: the newest); `run` does this by itself."""
    asyncio.run(_migrate(settings_or_exit().database_url, revision))
    click.echo(f"The database is at {revision}.")


async def _migrate(url: str, revision: str) -> None:
    async with open_database(url) as database:
        await walk(database, revision)
