"""A list as one parameter finds what it names, by the key and not by reading the whole table."""

import re

import pytest
from sqlalchemy import insert, select

from storage.among import among
from storage.database import Connection, Database
from storage.plain import Plain
from storage.tables.search import search_documents, search_postings

TERMS = Plain(select(search_postings.c.term).where(among(search_postings.c.term, "terms")))
DOCUMENTS = Plain(select(search_documents.c.product_id).where(among(search_documents.c.product_id, "ids")))


@pytest.mark.parametrize("wanted", [(), ("杯",), ("杯", "o'clock", '"{a,b}"'), ("杯", "unknown")])
async def test_what_is_named_is_found_and_nothing_else(database: Database, wanted: tuple[str, ...]) -> None:
    kept = ["杯", "o'clock", '"{a,b}"', "other"]

    async def found(connection: Connection) -> set[str]:
        rows = [{"term": term, "chunk": 0, "products": b""} for term in kept]
        await connection.execute(insert(search_postings), rows)
        return set((await connection.execute(TERMS, {"terms": wanted})).scalars())

    assert await database.run(found) == set(wanted) & set(kept)


async def test_rows_are_found_by_their_key(database: Database) -> None:
    async def plan(connection: Connection) -> str:
        sql = DOCUMENTS.on(connection.dialect, {"ids": [1]}).sql
        if database.is_sqlite:
            asked = "EXPLAIN QUERY PLAN " + re.sub(r"\?", "'[1]'", sql)
        else:
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            asked = "EXPLAIN " + re.sub(r"\$1", "'{1}'", sql)
        return str((await connection.exec_driver_sql(asked)).all())

    found = await database.run(plan)

    assert re.search(r"SEARCH search_documents USING INTEGER PRIMARY KEY|Index Cond: .*ANY", found), found
