"""Operators hear of a trouble once, whichever worker meets it and however often workers start."""

import logging

import pytest

from bot.troubles import Standing, Trouble, Troubles
from bot.watch import Watch
from storage.database import Database
from storage.doctor import examine
from tests.bot.stand import OPERATOR
from tests.builders import Trade

ANOTHER_OPERATOR = OPERATOR + 1
OPERATORS = frozenset({OPERATOR, ANOTHER_OPERATOR})


def watch_in(database: Database, worker: str = "one") -> Watch:
    """The watch of a worker that has just started; its clock jumps a minute each time it is read."""
    moments = iter(range(0, 1_000_000, 61))
    return Watch(database, worker, OPERATORS, Troubles(lambda: float(next(moments))), lambda letters: None)


async def meets(watch: Watch, trouble: Trouble) -> None:
    for _ in range(2):
        watch.troubles.meet(trouble)
    await watch.look()
    await watch.look()


async def misses(watch: Watch, trouble: Trouble) -> None:
    watch.troubles.miss(trouble)
    await watch.look()


@pytest.mark.parametrize("trouble", [Trouble.CONFLICT, Trouble.WEBHOOK])
async def test_every_operator_is_told_once_by_whichever_worker(database: Database, trouble: Trouble) -> None:
    for worker in ("one", "two", "one after a restart"):
        await meets(watch_in(database, worker), trouble)

    assert await Trade(database).told() == [(OPERATOR, "alarm"), (ANOTHER_OPERATOR, "alarm")]


async def test_another_incident_is_told_again(database: Database) -> None:
    first, second = watch_in(database, "one"), watch_in(database, "two")
    await meets(first, Trouble.CONFLICT)
    await misses(second, Trouble.CONFLICT)
    await meets(second, Trouble.CONFLICT)

    assert len(await Trade(database).told()) == 2 * len(OPERATORS)
    assert [finding.says for finding in await examine(database) if finding.rows] == []


async def test_a_worker_that_knows_nothing_ends_no_incident(database: Database) -> None:
    await meets(watch_in(database, "one"), Trouble.CONFLICT)
    idle = watch_in(database, "two")
    idle.troubles.forget(Trouble.CONFLICT)
    await idle.look()

    await meets(watch_in(database, "three"), Trouble.CONFLICT)

    assert idle.troubles.standing(Trouble.CONFLICT) is Standing.UNKNOWN
    assert len(await Trade(database).told()) == len(OPERATORS)


async def test_a_refused_token_is_loud_in_the_log_once_and_in_no_letter(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    watch = watch_in(database)

    await meets(watch, Trouble.TOKEN)
    await misses(watch, Trouble.TOKEN)

    loud = [record.getMessage() for record in caplog.records if record.levelno == logging.CRITICAL]
    assert len(loud) == 1
    assert "Telegram refuses our token" in loud[0]
    assert await Trade(database).told() == []
