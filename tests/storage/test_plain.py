"""Plain statements answer as SQLAlchemy's own do."""

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Connection, Database
from storage.plain import Plain
from storage.tables.people import conversations, persons

ADD = insert(conversations)
READ = select(conversations).where(conversations.c.person_id == bindparam("id"))
MOVE = update(conversations).where(conversations.c.person_id == bindparam("id"))
ANN = {"person_id": 2**40, "state": None, "data": {"words": ["保温杯", 1.5, None]}}


async def test_what_is_written_plainly_reads_the_same_either_way(database: Database) -> None:
    async def written_and_read(connection: Connection) -> list[object]:
        await connection.execute(Plain(ADD), ANN)
        found = [await connection.execute(read, {"id": 2**40}) for read in (READ, Plain(READ))]
        return [rows.one()._asdict() for rows in found]

    assert await database.run(written_and_read) == [ANN, ANN]


async def test_a_plain_change_tells_how_many_rows_it_changed(database: Database) -> None:
    async def changed(connection: Connection) -> list[int]:
        await connection.execute(Plain(ADD), ANN)
        move = Plain(MOVE)
        values = [{"state": "form", "id": person_id} for person_id in (2**40, 1)]
        return [(await connection.execute(move, each)).rowcount for each in values]

    assert await database.run(changed) == [1, 0]


async def test_a_value_that_is_missing_is_refused(database: Database) -> None:
    with pytest.raises(TypeError, match="no value for"):
        await database.run(lambda connection: connection.execute(Plain(READ), {}))


async def test_a_list_is_not_plain(database: Database) -> None:
    among = select(persons).where(persons.c.id.in_(bindparam("ids", expanding=True)))

    with pytest.raises(TypeError, match="not a plain statement"):
        await database.run(lambda connection: connection.execute(Plain(among), {"ids": [1, 2]}))


async def test_a_broken_rule_is_told_without_the_values(database: Database) -> None:
    async def add_twice(connection: Connection) -> None:
        await connection.execute(Plain(ADD), ANN)
        await connection.execute(Plain(ADD), ANN)

    with pytest.raises(IntegrityError) as told:
        await database.run(add_twice)

    assert "保温杯" not in str(told.value)
