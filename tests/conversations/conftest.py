"""A small market for conversations: the playground, the bot on it, and people with phones."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp
import pytest

from bot import lean_aiogram  # noqa: F401 - before anything that imports aiogram
from bot.commands.invite import new_invitation
from bot.running import at_work
from bot.settings import Settings
from playground.server import playground_server
from storage.catalogue import StoredCatalogue
from storage.catalogue_files import open_catalogue
from storage.catalogue_import import CatalogueImport
from storage.database import Connection, Database, open_database
from storage.files import FileStore
from storage.migrating import migrate
from tests.conversations.market import CATALOGUE, Market
from tests.conversations.people import Phone

TOKEN = "4242:market"
OPERATOR_ID = 9003
UNHURRIED: Final = {"answer_seconds": 120}
"""Telegram would refuse the answer to a press after ten seconds, which a busy machine may need."""


@pytest.fixture
async def market(database_url: str, tmp_path: Path, no_waiting: None) -> AsyncIterator[Market]:
    """Buyer Ann (English), seller 李 of Ningbo Cups (Chinese) and operator Olga; the bot polls."""
    async with open_market(database_url, str(tmp_path / "files")) as opened:
        yield opened


@asynccontextmanager
async def open_market(database_url: str, files: str, **more: Any) -> AsyncIterator[Market]:
    """The same, with more settings."""
    async with open_stage(database_url, files, **more) as stage, at_work(stage.settings):
        yield stage


@asynccontextmanager
async def open_stage(database_url: str, files: str, **more: Any) -> AsyncIterator[Market]:
    """The same while the bot is not at work yet."""
    async with open_database(database_url) as database:
        await migrate(database)
        invitation = await stocked(database, files)
    async with playground_server([TOKEN]) as playground, aiohttp.ClientSession() as session:
        for person in PEOPLE:
            await session.post(f"{playground.url}/playground/people", json=person)
        await session.put(f"{playground.url}/playground/limits", json=UNHURRIED)
        settings = Settings(
            _env_file=None,
            bot_token=TOKEN,
            database_url=database_url,
            files_url=files,
            telegram_api_url=playground.url,
            port=0,
            operator_ids=frozenset({OPERATOR_ID}),
            **more,
        )
        ann, li, olga = (Phone(session, playground.url, int(person["id"])) for person in PEOPLE)
        yield Market(settings, playground.url, session, ann, li, olga, invitation)


async def stocked(database: Database, files: str) -> str:
    """Imports the small catalogue; returns an invitation to sell for Ningbo Cups."""
    report = await CatalogueImport(database, FileStore(files)).run(open_catalogue(CATALOGUE))
    assert not report.check.problem_count

    async def invited(connection: Connection) -> str:
        supplier = await StoredCatalogue(connection).supplier_named("Ningbo Cups")
        assert supplier is not None
        return await new_invitation(connection, supplier.id)

    return await database.run(invited)


PEOPLE: Final[tuple[dict[str, Any], ...]] = (
    {"id": 9001, "first_name": "Ann", "language_code": "en"},
    {"id": 9002, "first_name": "李", "language_code": "zh-hans"},
    {"id": OPERATOR_ID, "first_name": "Olga", "language_code": "en"},
)
