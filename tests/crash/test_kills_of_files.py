"""The bot is killed in the middle of an import: nothing of it is there, then all of it, told once."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from services.fail_points import OF_FILES
from storage.database import Connection, open_database
from storage.tables.catalogue import products
from storage.tables.search import search_documents
from storage.tables.stall import product_changes
from tests.crash.supervised import supervised
from tests.crash.test_kills import repeated
from tests.faults.workers import open_workshop
from tests.importing.seller_files import csv_text, cups


@pytest.mark.timeout(600)
async def test_an_import_survives_a_kill(database_url: str, tmp_path: Path) -> None:
    async with open_workshop(database_url, str(tmp_path / "files")) as workshop:
        li = workshop.li

        async with supervised(workshop.environment(), [f"{OF_FILES}:1"]) as bot:
            await li.types(f"/start {workshop.invitation}")
            await li.types("/products")
            await li.sees("共 3 个商品")
            await li.sends_file("cups.csv", csv_text(cups(30)).encode())
            await li.presses("导入（30 行）", on=(await li.sees("新增 30")).id)
            await li.sees("✅ 已导入 30 行")

        assert (bot.kills, bot.errors, await repeated(workshop.session, workshop.url)) == (1, [], 0)

    async def counts(connection: Connection) -> list[int]:
        tables = (products, search_documents, product_changes)
        asked = [select(func.count()).select_from(table) for table in tables]
        return [(await connection.execute(query)).scalar_one() for query in asked]

    async with open_database(database_url) as database:
        assert await database.run(counts) == [37, 37, 30]
