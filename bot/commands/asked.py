"""What commands ask of the surroundings: settings and a database that is up to date."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import click
from pydantic import ValidationError

from bot.settings import Settings
from storage.database import Database, open_database
from storage.migrating import migrate


def settings_or_exit() -> Settings:
    """The settings; says what is wrong with them and ends the command otherwise."""
    try:
        return Settings()
    except ValidationError as error:
        problems = "\n".join(f"{'.'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors())
        raise click.ClickException(f"The settings cannot be used:\n{problems}") from None


@asynccontextmanager
async def current_database(settings: Settings) -> AsyncIterator[Database]:
    """The database of the settings with its schema up to date."""
    async with open_database(settings.database_url) as database:
        await migrate(database)
        yield database
