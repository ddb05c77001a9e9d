"""An exported order is all that the order is made of: written down elsewhere, it is the very same."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from domain.lifecycle import OrderStatus
from services.order_books import BookSpan
from storage.database import Connection, open_database
from storage.migrating import migrate
from storage.order_records import order_records
from storage.tables.trade import confirmations, moves, negotiations, offers, orders
from tests.builders import BUYER, OTHER_BUYER, SELLER, Trade, draft
from tests.orders import carried_to

EVERYTHING = BookSpan()


async def exported(trade: Trade) -> str:
    """All orders as JSON."""

    async def work(connection: Connection) -> list[dict[str, Any]]:
        return await order_records(connection, EVERYTHING, 0, 100)

    return json.dumps(await trade.database.run(work), sort_keys=True)


async def written_down(trade: Trade, content: str) -> None:
    """The same orders in another database, which knows only the people and the goods."""

    async def work(connection: Connection) -> None:
        for record in json.loads(content):
            for table in (negotiations, offers):
                await connection.execute(insert(table), record[table.name])
            await connection.execute(insert(orders), record["order"])
            for table in (confirmations, moves):
                if record[table.name]:
                    await connection.execute(insert(table), record[table.name])

    await trade.database.run(work)


async def test_what_is_exported_makes_the_same_orders_elsewhere(trade: Trade, tmp_path: Path) -> None:
    await carried_to(trade, OrderStatus.COMPLETED)
    countered = await trade.counters(SELLER, await trade.inquires(OTHER_BUYER), draft("13"))
    await trade.orders(OTHER_BUYER, await trade.accepts(OTHER_BUYER, countered))
    await trade.inquires(BUYER)
    content = await exported(trade)

    async with open_database(f"sqlite:///{tmp_path / 'elsewhere.db'}") as database:
        await migrate(database)
        elsewhere = await Trade(database).stock()
        await written_down(elsewhere, content)

        assert await exported(elsewhere) == content
        for number in (1, 2):
            assert await elsewhere.order(number) == await trade.order(number)
    assert [len(each["offers"]) for each in json.loads(content)] == [1, 2]
