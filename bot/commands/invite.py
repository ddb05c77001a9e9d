"""`yijia invite SUPPLIER`: prints a link that makes one person a seller of the supplier."""

import asyncio
import secrets
from datetime import timedelta
from typing import Final

import click
from telegram.error import TelegramError

from bot.commands.asked import current_database, settings_or_exit
from bot.commands.called import supplier_called
from bot.settings import Settings
from delivery.speaker import Speaker
from storage.books import books_at
from storage.catalogue import StoredCatalogue
from storage.database import Connection
from storage.people import StoredPeople

VALIDITY: Final = timedelta(hours=24)


@click.command()
@click.argument("supplier")
def invite(supplier: str) -> None:
    """Print a link, and its bare payload, that make one person a seller of SUPPLIER (a name or a number).

    It serves one person and is valid for 24 hours.
    """
    settings = settings_or_exit()
    payload = asyncio.run(_invited(settings, supplier))
    if payload is None:
        raise click.ClickException(f"There is no supplier {supplier!r}. Import the catalogue first.")
    if username := asyncio.run(_username(settings)):
        click.echo(f"https://t.me/{username}?start={payload}")
    click.echo(payload)


async def new_invitation(connection: Connection, supplier_id: int) -> str:
    """Keeps a new invitation to sell for the supplier and returns its payload."""
    payload = secrets.token_urlsafe(16)
    expiry = (await books_at(connection, "invite")).now + VALIDITY
    await StoredPeople(connection).invite(payload, supplier_id, expiry)
    return payload


async def _invited(settings: Settings, name: str) -> str | None:
    async def work(connection: Connection) -> str | None:
        found = await supplier_called(StoredCatalogue(connection), name)
        return await new_invitation(connection, found.id) if found else None

    async with current_database(settings) as database:
        return await database.run(work)


async def _username(settings: Settings) -> str | None:
    """The bot's name, if there is a token and Telegram answers."""
    if not settings.bot_token:
        return None
    try:
        async with Speaker(settings.bot_token, f"{settings.telegram_api_url}/bot") as speaker:
            answer = await speaker.call("getMe", {})
    except TelegramError:
        return None
    return str(answer["username"]) if isinstance(answer, dict) else None
