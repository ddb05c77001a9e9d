"""`yijia invite SUPPLIER`: prints a link that makes one person a seller of the supplier."""

import asyncio
from datetime import timedelta
from typing import Final

import click
from telegram.error import TelegramError

from bot.commands.asked import current_database, settings_or_exit
from bot.commands.called import supplier_called
from bot.settings import Settings
from delivery.speaker import Speaker
from domain.policy import Role
from services.team_books import Invitation
from services.teaming import new_payload
from storage.books import books_at
from storage.catalogue import StoredCatalogue
from storage.database import Connection

VALIDITY: Final = timedelta(hours=24)


@click.command()
@click.argument("supplier")
@click.option("--role", type=click.Choice([each.value for each in Role]), help="owner or sales")
def invite(supplier: str, role: str | None) -> None:
    """Print a link, and its bare payload, that make one person a seller of SUPPLIER (a name or a number).

    It serves one person and is valid for 24 hours. Unless --role says otherwise, the first of a supplier's
    people is an owner and later ones are sales.
    """
    settings = settings_or_exit()
    payload = asyncio.run(_invited(settings, supplier, Role(role) if role else None))
    if payload is None:
        raise click.ClickException(f"There is no supplier {supplier!r}. Import the catalogue first.")
    if username := asyncio.run(_username(settings)):
        click.echo(f"https://t.me/{username}?start={payload}")
    click.echo(payload)


async def new_invitation(connection: Connection, supplier_id: int, role: Role | None = None) -> str:
    """Keeps a new invitation to sell for the supplier and returns its payload."""
    books = await books_at(connection, "invite")
    invitation = Invitation(new_payload(), supplier_id, books.now + VALIDITY, role)
    await books.teams.invite(invitation)
    return invitation.payload


async def _invited(settings: Settings, name: str, role: Role | None) -> str | None:
    async def work(connection: Connection) -> str | None:
        found = await supplier_called(StoredCatalogue(connection), name)
        return await new_invitation(connection, found.id, role) if found else None

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
