"""Part K: what the logs never tell, and what health does."""

import asyncio
import json
import os
import signal
import sys

import pytest
from sqlalchemy import update

from storage.database import open_database
from storage.moments import now_millis
from storage.tables.post import inbox, outbox
from tests.conversations.conftest import TOKEN
from tests.conversations.deal import enter, inquire
from tests.faults.rig import on_sqlite, rest, suffer
from tests.faults.workers import SECRET, Workshop, free_port

CANARY = 'canary-Rotterdam\n{"event": "forged"}\x1b[31m\u2028'


@pytest.mark.timeout(600)
@on_sqlite
async def test_neither_token_nor_words_reach_the_logs_whatever_goes_wrong(workshop: Workshop) -> None:
    port = free_port()
    environment = {
        "BOT_TOKEN": TOKEN,
        "DATABASE_URL": workshop.database_url,
        "FILES_URL": workshop.files,
        "TELEGRAM_API_URL": workshop.url,
        "PORT": str(port),
        "LOG_LEVEL": "DEBUG",
    }
    bot = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "benchmarks.unhurried_bot",
        env={**os.environ, **environment},
        stderr=asyncio.subprocess.PIPE,
    )
    talking = asyncio.create_task(bot.communicate())
    await enter(workshop.ann, workshop.li, workshop.invitation)
    await inquire(workshop.ann, f"500 pcs at 6.5, 15 days, {CANARY}")
    for kind in ("reset", "error", "too_many"):
        await suffer(workshop, {"kind": kind, "seconds": 1, "method": "*", "count": 3})
        await workshop.ann.types(CANARY)
        await asyncio.sleep(0.3)
    await suffer(
        workshop,
        {"kind": "error", "code": 400, "description": "Bad Request: no", "method": "send*", "count": 1},
    )
    await workshop.ann.types(f"/search {CANARY}")
    await suffer(workshop)
    await rest(workshop, workshop.database_url)

    bot.send_signal(signal.SIGTERM)
    lines = (await talking)[1].decode().splitlines()
    logged = "\n".join(lines)
    assert bot.returncode == 0
    assert [json.loads(line)["event"] for line in lines if line]
    assert TOKEN not in logged
    assert TOKEN.split(":")[1] not in logged
    assert "canary" not in logged
    assert "forged" not in logged


@pytest.mark.parametrize("box", [inbox, outbox], ids=["inbox", "outbox"])
@on_sqlite
async def test_health_is_red_when_something_waits_too_long(workshop: Workshop, box: object) -> None:
    port = free_port()
    worker = await workshop.start(port=port)
    await workshop.ann.types("/start")
    await workshop.ann.sees("Yijia")
    await rest(workshop, workshop.database_url)
    green = await health(workshop, port)
    then = now_millis() - 100_000
    table = inbox if box is inbox else outbox
    stuck = {"status": "waiting", "holder": None, "not_before": now_millis() + 10**9}
    when = {"received_at": then} if table is inbox else {"written_at": then}

    async with open_database(workshop.database_url) as database:
        await database.run(lambda c: c.execute(update(table).values(**stuck, **when)))

    assert (green, await health(workshop, port)) == (200, 503)
    await worker.stop()


@on_sqlite
async def test_a_webhook_without_a_long_secret_does_not_even_start(workshop: Workshop) -> None:
    for secret in ("", "short", SECRET[:31]):
        with pytest.raises(ValueError, match="WEBHOOK_SECRET"):
            workshop.settings(webhook_url="https://example.org", webhook_secret=secret)


async def health(workshop: Workshop, port: int) -> int:
    """The status of /healthz."""
    async with workshop.session.get(f"http://127.0.0.1:{port}/healthz") as answer:
        return answer.status
