"""A transaction that the database turns away is run again whole, and its effect is there once."""

import asyncio
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from services.order_deeds import OrderTarget
from services.ordering import Ordering
from storage.books import books_at
from storage.database import Connection, Database, open_database
from storage.moments import now_millis
from storage.outbox import StoredOutbox
from storage.tables.trade import confirmations, moves
from tests.builders import BUYER, COLLEAGUE, SELLER, WORKER, Trade
from tests.conftest import Postgres, emptied, sqlite_url

STATES = ("40001", "40P01", "55P03")
RAISE = "DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '{}'; END $$"


@dataclass
class Trap:
    """A connection whose n-th statement fails as the database itself would."""

    connection: Any
    state: str
    countdown: list[int]
    dialect: Any = field(init=False)

    def __post_init__(self) -> None:
        self.dialect = self.connection.dialect

    async def execute(self, statement: Any, parameters: Any = None) -> Any:
        self.countdown[0] -= 1
        if self.countdown[0] == 0:
            await self.connection.exec_driver_sql(RAISE.format(self.state))
        return await self.connection.execute(statement, parameters)


async def confirm(connection: Any, order_id: int) -> None:
    books = await books_at(connection, "update 1")
    person = await books.people.get(BUYER)
    assert person is not None
    await Ordering(books, person).confirm(OrderTarget(order_id, 1))
    await books.send(StoredOutbox(connection, WORKER))


@pytest.fixture
async def postgresql(postgres: Postgres, postgres_url: str) -> Any:
    """A stocked market on PostgreSQL."""
    async with open_database(emptied(postgres, postgres_url)) as database:
        yield await Trade(database).stock()


@pytest.mark.parametrize("state", STATES)
async def test_a_failure_at_any_statement_leaves_one_effect(postgresql: Trade, state: str) -> None:
    await postgresql.forget_letters()
    failing, failed = 0, True

    while failed:
        failing += 1
        countdown = [failing]
        order = await postgresql.ordered()
        await postgresql.forget_letters()
        await postgresql.database.run(lambda c, n=countdown, o=order: confirm(Trap(c, state, n), o.id))
        failed = countdown[0] <= 0
        assert len(await postgresql.told()) == len((SELLER, COLLEAGUE))

    assert failing > 8
    assert await postgresql.count(confirmations) == failing


async def test_another_error_is_not_tried_again(database: Database) -> None:
    tries = []

    async def work(connection: Connection) -> None:
        tries.append(1)
        await connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(DBAPIError):
        await database.run(work)

    assert len(tries) == 1


async def test_an_exception_of_ours_undoes_the_whole_transaction(trade: Trade) -> None:
    async def work(connection: Connection) -> None:
        await connection.execute(text("UPDATE persons SET language = 'zh'"))
        raise KeyError("ours")

    with pytest.raises(KeyError):
        await trade.database.run(work)

    assert [row.language for row in await trade.rows(text("SELECT DISTINCT language FROM persons"))] == ["en"]
    assert (await trade.inquires()).id == 1


async def test_the_bot_goes_on_while_another_process_writes_to_the_file(
    sqlite_template: Path, tmp_path: Path
) -> None:
    url = sqlite_url(sqlite_template, tmp_path)
    other = sqlite3.connect(tmp_path / "yijia.db", isolation_level=None)
    async with open_database(url) as database:
        trade = await Trade(database).stock()
        other.execute("BEGIN IMMEDIATE")
        asking = asyncio.create_task(trade.inquires())

        for _ in range(30):
            await asyncio.sleep(0.05)
        waited = not asking.done()
        other.execute("COMMIT")

        assert waited
        assert (await asking).id == 1
        assert await trade.count(moves) == 1
    other.close()


async def test_both_databases_tell_the_time_in_milliseconds(database: Database) -> None:
    async def ask(connection: Connection) -> int:
        return int((await connection.execute(select(now_millis()))).scalar_one())

    first, second = await database.run(ask), await database.run(ask)

    assert 1_700_000_000_000 < first <= second < 5_000_000_000_000
