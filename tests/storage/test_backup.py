"""Backups are taken while the bot works, and can be lived in."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from storage.backup import BackupExists, back_up
from storage.database import open_database
from storage.doctor import examine
from storage.migrating import migrate
from storage.tables.trade import negotiations, orders
from tests.builders import BUYER, Trade


async def test_a_backup_taken_while_people_trade_is_whole(
    trade: Trade, database_url: str, tmp_path: Path
) -> None:
    await trade.bound()
    copy = tmp_path / "copy.db"
    stop = asyncio.Event()

    async def keep_trading() -> None:
        while not stop.is_set():
            await trade.bound()
            await asyncio.sleep(0)

    trading = asyncio.create_task(keep_trading())
    size = await back_up(database_url, copy)
    stop.set()
    await trading

    async with open_database(f"sqlite:///{copy}") as database:
        await migrate(database)
        kept = Trade(database)
        assert size == copy.stat().st_size
        assert [finding.says for finding in await examine(database) if finding.rows] == []
        assert 1 <= await kept.count(orders) <= await trade.count(orders)
        assert await kept.order(1) == await trade.order(1)


async def test_one_can_go_on_trading_in_a_backup(trade: Trade, database_url: str, tmp_path: Path) -> None:
    before = await trade.bound()
    await back_up(database_url, tmp_path / "copy.db")

    async with open_database(f"sqlite:///{tmp_path / 'copy.db'}") as database:
        await migrate(database)
        restored = Trade(database)
        after = await restored.ordered()
        with pytest.raises(DBAPIError, match="written once"):
            await restored.run_sql("DELETE FROM offers")

        assert after.id == before.id + 1
        assert await restored.count(negotiations) == 2
        await restored.confirms(BUYER, after)


async def test_a_backup_never_overwrites(database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "precious.db"
    file.write_text("precious")

    with pytest.raises(BackupExists):
        await back_up(database_url, file)

    assert file.read_text() == "precious"
