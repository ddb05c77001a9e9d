"""A transaction that ends badly leaves nothing behind, and the next one finds a connection that works."""

import asyncio
import socket
from typing import Any

import asyncpg
import pytest
from sqlalchemy import bindparam, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from storage.database import Connection, Database, open_database
from storage.inbox import Inbox, RawUpdate
from storage.plain import Plain
from storage.postgresql import PooledConnection
from storage.tables.catalogue import suppliers
from storage.tables.post import facts, inbox

FACT = select(facts).where(facts.c.name == bindparam("name"))
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def add_supplier(connection: Connection) -> None:
    await connection.execute(insert(suppliers).values(name="Ningbo Cups", qualification="unverified"))


async def count_suppliers(connection: Connection) -> int:
    count: int = (await connection.execute(select(func.count()).select_from(suppliers))).scalar_one()
    return count


async def test_a_deal_that_fails_midway_leaves_nothing(database: Database) -> None:
    async def fail(connection: Connection) -> None:
        await add_supplier(connection)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - it is ours
        await database.run(fail)

    assert await database.run(count_suppliers) == 0


async def test_a_refused_statement_leaves_nothing(database: Database) -> None:
    async def misspell(connection: Connection) -> None:
        await add_supplier(connection)
        await connection.execute(text("SELEC 1"))

    with pytest.raises(DBAPIError):
        await database.run(misspell)

    assert await database.run(count_suppliers) == 0


async def test_a_cancelled_transaction_leaves_nothing(database: Database) -> None:
    async def stall(connection: Connection) -> None:
        await add_supplier(connection)
        await asyncio.sleep(60)

    stalled = asyncio.create_task(database.run(stall))
    await asyncio.sleep(0.1)
    stalled.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stalled

    assert await database.run(count_suppliers) == 0


async def test_a_statement_alone_is_committed(database: Database) -> None:
    await database.run_alone(add_supplier)

    assert await database.run(count_suppliers) == 1


@on_postgresql
async def test_a_statement_that_never_ends_is_ended_by_the_server(
    database: Database, database_url: str
) -> None:
    async def stall(connection: Connection) -> None:
        await add_supplier(connection)
        await connection.execute(text("SELECT pg_sleep(3600)"))

    async with open_database(database_url, idle_seconds=0.05) as impatient:
        with pytest.raises(DBAPIError, match="statement timeout"):
            await impatient.run(stall)

    assert await database.run(count_suppliers) == 0


@on_postgresql
async def test_connections_that_the_server_cut_are_replaced(database: Database) -> None:
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    cut = text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
    await asyncio.gather(*(database.run(count_suppliers) for _ in range(5)))

    await database.run(lambda connection: connection.execute(cut))
    await asyncio.sleep(0.1)
    found = await asyncio.gather(*(database.run(count_suppliers) for _ in range(5)))

    assert found == [0] * 5


@on_postgresql
async def test_a_transaction_that_the_server_cut_fails_and_the_next_works(database: Database) -> None:
    async def cut_oneself(connection: Connection) -> None:
        await add_supplier(connection)
        await connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(DBAPIError):
        await database.run(cut_oneself)

    assert await database.run(count_suppliers) == 0


@on_postgresql
async def test_what_is_stored_after_a_transaction_cancelled_as_it_begins_is_kept(database_url: str) -> None:
    async def turns(number: int) -> None:
        for _ in range(number):
            await asyncio.sleep(0)

    async def store(connection: Connection, number: int) -> None:
        assert await Inbox(connection, 1, "me").store([RawUpdate(number, 1, b"")])

    async with open_database(database_url, pool_size=1) as only_one:
        await only_one.run(count_suppliers)
        for number in range(12):
            beginning = asyncio.create_task(only_one.run(lambda _: asyncio.sleep(60)))
            await turns(number)
            beginning.cancel()
            await only_one.run_alone(lambda connection, n=number: store(connection, n))

    async with open_database(database_url) as another:
        kept = await another.run(lambda connection: connection.execute(select(inbox.c.update_id)))
    assert sorted(kept.scalars()) == list(range(12))


@on_postgresql
async def test_a_driver_that_lost_its_thread_is_replaced(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_the_thread(*_: object) -> None:
        raise asyncpg.InternalClientError

    async def backend(connection: Connection) -> int:
        return int((await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one())

    async with open_database(database_url, pool_size=1) as only_one:
        before = await only_one.run(backend)
        with monkeypatch.context() as patched:
            patched.setattr(asyncpg.Connection, "execute", lose_the_thread)
            with pytest.raises(DBAPIError):
                await only_one.run(backend)

        assert await only_one.run(backend) != before


@on_postgresql
async def test_a_server_far_away_is_asked_for_signs_of_life(database_url: str) -> None:
    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65_536):
            writer.write(data)
        writer.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ours, theirs = await asyncio.open_unix_connection(f"{here.query['host']}/.s.PGSQL.5432")
        await asyncio.gather(relay(reader, theirs), relay(ours, writer))

    async def patience(connection: Connection) -> tuple[int, int]:
        assert isinstance(connection, PooledConnection)
        driver: Any = connection._driver
        line = driver._transport.get_extra_info("socket")
        alive = line.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
        return alive, line.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)

    here = make_url(database_url)
    async with await asyncio.start_server(connect, "127.0.0.1", 0) as far:
        port = far.sockets[0].getsockname()[1]
        address = here.set(host="127.0.0.1", port=port, query={})
        async with open_database(address.render_as_string(hide_password=False)) as database:
            assert await database.run(patience) == (1, 25_000)


@on_postgresql
async def test_a_server_that_takes_nobody_in_is_an_error_of_the_database(database_url: str) -> None:
    nowhere = make_url(database_url).set(database="nowhere").render_as_string(hide_password=False)

    async with open_database(nowhere) as closed:
        with pytest.raises(DBAPIError):
            await closed.run_alone(add_supplier)


@on_postgresql
@pytest.mark.parametrize("statement", [FACT, Plain(FACT)], ids=["usual", "plain"])
async def test_a_schema_that_changes_under_a_worker_costs_no_transaction(
    database: Database, statement: Any
) -> None:
    async def ask(connection: Connection) -> None:
        await connection.execute(statement, {"name": "awake_at"})

    async def change(kind: str) -> None:
        words = text(f"ALTER TABLE facts ALTER COLUMN value TYPE {kind}")
        await database.run(lambda connection: connection.execute(words))

    await database.run(ask)
    try:
        await change("varchar(3000)")
        await database.run(ask)
    finally:
        await change("text")
