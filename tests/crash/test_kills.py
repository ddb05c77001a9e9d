"""The bot is killed at every fail point while two people strike a deal: nothing is lost or done twice."""

from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from services.fail_points import NAMES
from storage.database import open_database
from storage.doctor import examine
from storage.tables.trade import confirmations, negotiations, offers, orders
from tests.conversations.deal import strike
from tests.crash.supervised import supervised
from tests.faults.workers import open_workshop

HITS = {"inbox.claimed": (1,), "outbox.claimed": (1,)}
"""Which arrivals at a point kill; the points of recovery are only reached after another kill."""
USUAL_HITS = (4, 6)
BEFORE_RECOVERY = {"inbox.claimed": "inbox.stored:4", "outbox.claimed": "update.after_commit:4"}


def plans(point: str) -> list[str]:
    """Where the bot dies, start after start."""
    first = [BEFORE_RECOVERY[point]] if point in BEFORE_RECOVERY else []
    return first + [f"{point}:{hit}" for hit in HITS.get(point, USUAL_HITS)]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("point", NAMES)
async def test_a_deal_survives_kills(point: str, database_url: str, tmp_path: Path) -> None:
    async with open_workshop(database_url, str(tmp_path / "files")) as workshop:
        expected = plans(point)

        async with supervised(workshop.environment(), list(expected)) as bot:
            await strike(workshop.ann, workshop.li, workshop.invitation)

        assert (bot.kills, bot.errors) == (len(expected), [])
        assert await repeated(workshop.session, workshop.url) <= bot.kills
    assert await broken_invariants(database_url) == []
    assert await counts(database_url) == {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}


async def repeated(session: aiohttp.ClientSession, url: str) -> int:
    """How many messages reached a chat more than once."""
    async with session.get(f"{url}/playground/log?type=request&method=send*") as response:
        entries: list[dict[str, Any]] = (await response.json())["entries"]
    sent = Counter(
        (entry["chat_id"], *(entry["params"].get(name) for name in ("text", "caption", "photo")))
        for entry in entries
        if entry["message_id"]
    )
    return sum(count - 1 for count in sent.values())


async def broken_invariants(database_url: str) -> list[str]:
    """What the doctor finds."""
    async with open_database(database_url) as database:
        findings = await examine(database)
    return [f"{finding.invariant} {finding.says}{finding.sample}" for finding in findings if finding.rows]


async def counts(database_url: str) -> dict[str, int]:
    """How many rows the deal left."""
    async with open_database(database_url) as database:
        return {
            table.name: len((await database.run(lambda c, t=table: c.execute(t.select()))).all())
            for table in (negotiations, offers, orders, confirmations)
        }
