"""Transactions on both engines."""

import asyncio

from sqlalchemy import insert, select, update

from storage.database import Connection, Database
from storage.tables.catalogue import suppliers


async def test_twenty_writers_at_once_lose_nothing(database: Database) -> None:
    async def found(connection: Connection) -> None:
        await connection.execute(
            insert(suppliers).values(id=1, name="Ningbo Cups", phone="0", qualification="unverified")
        )

    async def count_one_more(connection: Connection) -> None:
        query = select(suppliers.c.phone).where(suppliers.c.id == 1).with_for_update()
        seen = int((await connection.execute(query)).scalar_one())
        await asyncio.sleep(0)
        await connection.execute(update(suppliers).values(phone=str(seen + 1)))

    await database.run(found)

    await asyncio.gather(*(database.run(count_one_more) for _ in range(20)))

    total = await database.run(lambda connection: connection.execute(select(suppliers.c.phone)))
    assert total.scalar_one() == "20"
