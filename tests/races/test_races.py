"""Every two commands that can meet on one order meet, given by two processes at the same moment.

The result is that of one before the other: what became of both, every row of the deal and every notice.
Without FOR UPDATE in storage/orders.py, or in storage/claims.py, this fails; see docs/performance.md.
"""

import os
from collections.abc import Iterator
from random import Random
from typing import Final

import pytest
from sqlalchemy import select

from domain.lifecycle import ORDER, Actor, Deed
from storage.database import Connection, Database
from storage.doctor import examine, examine_claims, examine_money, examine_terms
from storage.tables.trade import moves
from tests.races.racers import Racers, racers
from tests.races.track import Track

ROUNDS: Final = int(os.environ.get("YIJIA_RACES", "1"))
SEARCHES: Final = "YIJIA_RACES" in os.environ
"""Whether to look for new interleavings, wherever an order stands; otherwise the rests are drawn alike."""
RECORDED: Final = {
    (status, Deed.CONFIRM if deed is Deed.COMPLETE_CONFIRMATION else deed, actor)
    for status, deed, actor in ORDER
    if (deed, actor) != (Deed.FUND, Actor.SELLER)
}
"""The moves as they are written down: money is the buyer's deed, whoever books it."""


@pytest.fixture(scope="module")
def both() -> Iterator[Racers]:
    """The two processes, for all rounds."""
    with racers() as started:
        yield started


@pytest.mark.timeout(600)
@pytest.mark.parametrize("number", range(ROUNDS))
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_at_once_are_one_after_the_other(
    database: Database, database_url: str, both: Racers, number: int
) -> None:
    track = Track(database, database_url, both, Random(None if SEARCHES else number))
    await track.build()
    pairs = await track.pairs(everywhere=SEARCHES)

    wrong = await track.race(pairs)

    assert wrong == []
    assert await database.run(recorded) >= RECORDED
    assert await broken(database) == []


async def recorded(connection: Connection) -> set[tuple[str | None, str, str]]:
    """Every move that was made of an order, as the table of moves says it."""
    query = select(moves.c.from_status, moves.c.deed, moves.c.actor).where(moves.c.subject == "order")
    return {(row.from_status, row.deed, row.actor) for row in await connection.execute(query.distinct())}


async def broken(database: Database) -> list[str]:
    """What the doctor finds; the market of builders has no search index."""
    found = [*await examine(database), *await examine_claims(database), *await examine_terms(database)]
    return [each.says for each in (*found, await examine_money(database)) if each.rows]
