"""The bot is killed in the middle of an import: nothing of it is there, then all of it, told once."""

from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from playground.server import playground_server
from services.fail_points import OF_FILES
from storage.database import Connection, open_database
from storage.migrating import migrate
from storage.tables.catalogue import products
from storage.tables.search import search_documents
from storage.tables.stall import product_changes
from tests.conversations.conftest import PEOPLE, TOKEN, stocked
from tests.conversations.people import Phone
from tests.crash.supervised import supervised
from tests.crash.test_kills import repeated
from tests.importing.seller_files import csv_text, cups


@pytest.mark.timeout(600)
async def test_an_import_survives_a_kill(database_url: str, tmp_path: Path) -> None:
    files = str(tmp_path / "files")
    async with open_database(database_url) as database:
        await migrate(database)
        invitation = await stocked(database, files)
    async with playground_server([TOKEN]) as playground, aiohttp.ClientSession() as session:
        for person in PEOPLE:
            await session.post(f"{playground.url}/playground/people", json=person)
        await session.put(f"{playground.url}/playground/limits", json={"answer_seconds": 120})
        li = Phone(session, playground.url, int(PEOPLE[1]["id"]))
        environment = {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": database_url,
            "FILES_URL": files,
            "TELEGRAM_API_URL": playground.url,
            "PORT": "0",
        }

        async with supervised(environment, [f"{OF_FILES}:1"]) as bot:
            await li.types(f"/start {invitation}")
            await li.types("/products")
            await li.sees("共 3 个商品")
            await li.sends_file("cups.csv", csv_text(cups(30)).encode())
            await li.presses("导入（30 行）", on=(await li.sees("新增 30")).id)
            await li.sees("✅ 已导入 30 行")

        assert (bot.kills, bot.errors, await repeated(session, playground.url)) == (1, [], 0)

    async def counts(connection: Connection) -> list[int]:
        tables = (products, search_documents, product_changes)
        asked = [select(func.count()).select_from(table) for table in tables]
        return [(await connection.execute(query)).scalar_one() for query in asked]

    async with open_database(database_url) as database:
        assert await database.run(counts) == [37, 37, 30]
