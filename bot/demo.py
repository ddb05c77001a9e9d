"""The demo: the playground as a program of its own, a catalogue imported for real, the bot as in service."""

import asyncio
import json
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Final

import aiohttp
import click

from bot import memory
from bot.commands.invite import new_invitation
from bot.demo_catalogue.laying_out import lay_out
from bot.demo_catalogue.usual import ACCOUNTS, samples_of, usual_for
from bot.running import at_work
from bot.settings import Settings
from domain.people import Language, Person
from domain.policy import Role
from services.team_books import Member
from storage.books import books_at
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import Connection, Database, open_database
from storage.files import FileStore
from storage.migrating import migrate
from storage.rate_import import import_rates
from storage.single import only_process

FOLDER: Final = Path("var/demo")
RATES: Final = Path(__file__).parent / "demo_catalogue" / "example_rates.csv"
"""Freight rates made up for the demo, each with the source "example", which the bot tells its readers."""
EXCHANGES: Final = RATES.with_name("example_exchanges.csv")
"""A round rate from dollars to yuan, for the landed cost; its source is "example", too."""
PROVIDER_TOKEN: Final = "1:TEST:demo"  # noqa: S105 - the playground takes any
TOKEN: Final = "100:demo"  # noqa: S105 - the playground takes any
BUYER, SELLER, OPERATOR = 1001, 1002, 1003
PEOPLE: Final = (
    {"id": BUYER, "first_name": "Emma", "language_code": "en", "label": "Buyer"},
    {"id": SELLER, "first_name": "王经理", "language_code": "zh-hans", "label": "卖家"},
    {"id": OPERATOR, "first_name": "Olivia", "language_code": "en", "label": "Operator"},
)


async def play(port: int) -> None:
    """Runs the demo until Ctrl+C. Raises AlreadyServed while another one runs here."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    database_url = f"sqlite:///{FOLDER / 'yijia.db'}"
    with only_process(database_url):
        for leftover in FOLDER.glob("yijia.db*"):
            if leftover.suffix != ".lock":
                leftover.unlink()
    async with playground(_free(port)) as url:
        async with open_database(database_url) as database:
            invitation = await stock(database)
        async with at_work(_settings(database_url, url)):
            memory.settle()
            await _say(url, SELLER, f"/start {invitation}")
            await _say(url, OPERATOR, "/start")
            click.echo(f"\n  Yijia 议价 is ready: open  {url}\n\n  Ctrl+C ends the demo.\n")
            await stop.wait()


def _settings(database_url: str, telegram_api_url: str) -> Settings:
    """The demo's own settings; an operator's file .env has no part in it."""
    return Settings(
        _env_file=None,
        bot_token=TOKEN,
        database_url=database_url,
        files_url=str(FOLDER / "files"),
        telegram_api_url=telegram_api_url,
        port=0,
        operator_ids=frozenset({OPERATOR}),
        payment_provider_token=PROVIDER_TOKEN,
    )


async def stock(database: Database) -> str:
    """Imports the demo catalogue; the seller's phone sells for every supplier. Returns his invitation."""
    await migrate(database)
    catalogue = await asyncio.to_thread(lay_out, FOLDER / "catalogue")
    importing = CatalogueImport(database, FileStore(str(FOLDER / "files")))
    report = await importing.run(open_catalogue(catalogue))
    rates = await import_rates(database, RATES)
    await import_rates(database, EXCHANGES)
    click.echo(f"  The demo catalogue: {report.added} products, {rates.added} example rates.", err=True)
    return await database.run(_hire)


async def _hire(connection: Connection) -> str:
    books = await books_at(connection, "demo")
    await books.people.add(Person(SELLER, Language.CHINESE), books.now)
    first, *others = supplier_ids = await books.catalogue.supplier_ids()
    for supplier_id in others:
        await books.teams.join(Member(SELLER, Role.OWNER, books.now), supplier_id)
    for supplier_id in supplier_ids:
        if supplier := await books.catalogue.supplier(supplier_id):
            await books.catalogue.set_usual(supplier_id, SELLER, usual_for(supplier), books.now)
            await books.catalogue.set_samples(supplier_id, samples_of(supplier))
        for account in ACCOUNTS:
            await books.accounts.set(supplier_id, account, SELLER, books.now)
    return await new_invitation(connection, first)


@asynccontextmanager
async def playground(port: int) -> AsyncIterator[str]:
    """The playground as a program of its own; yields its address."""
    people = FOLDER / "people.json"
    people.write_text(json.dumps(PEOPLE), encoding="utf-8")
    command = ["-m", "playground", "--port", str(port), "--token", TOKEN, "--people", str(people)]
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        ready = (await process.stdout.readline()).decode().split()
        if not ready:
            raise click.ClickException("The playground did not start; its error stands above.")
        yield ready[-1]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _say(url: str, person_id: int, text: str) -> None:
    async with aiohttp.ClientSession() as session:
        await session.post(f"{url}/playground/chats/{person_id}/messages", json={"text": text})


def _free(port: int) -> int:
    """The port if nobody has it, else any."""
    with closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return 0
    return port
