"""Part L: somebody else uses our token, or Telegram no longer takes it."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.conversations.conftest import TOKEN
from tests.faults.hours import health, hurried, quicken, turns_red
from tests.faults.rig import PATIENCE_SECONDS, dead, on_sqlite, rest, suffer
from tests.faults.workers import Worker, Workshop, free_port

__all__ = ["hurried"]

SAME_TOKEN = "the same token"
REFUSED = {"kind": "error", "code": 401, "description": "Unauthorized"}


@on_sqlite
async def test_operators_hear_once_that_another_program_polls_and_again_the_next_time(
    workshop: Workshop, hurried: None
) -> None:
    port = free_port()
    worker = await workshop.start(port=port)
    await an_operator_listens(workshop, worker)

    async with rival(workshop):
        await turns_red(workshop, port, ["conflict"])
        await workshop.olga.sees(SAME_TOKEN)
        await worker.stop()
        worker = await workshop.start(port=port)
        quicken(worker)
        await turns_red(workshop, port, ["conflict"])
    await turns_red(workshop, port, [])
    await hears_alarms(workshop, 1)

    async with rival(workshop):
        await hears_alarms(workshop, 2)
        assert 'yijia_trouble{kind="conflict"} 1.0' in await metrics(workshop, port)
    await turns_red(workshop, port, [])
    await worker.stop()


async def test_nothing_is_lost_while_telegram_refuses_the_token(
    workshop: Workshop, hurried: None, caplog: pytest.LogCaptureFixture
) -> None:
    port = free_port()
    worker = await workshop.start(port=port)
    await suffer(workshop, {**REFUSED, "method": "*Message*"})
    await workshop.ann.types("/start")
    await turns_red(workshop, port, ["token"])
    await suffer(workshop, {**REFUSED, "method": "*"})
    await workshop.ann.types("/help")

    await turns_red(workshop, port, ["token"])
    await suffer(workshop)

    await workshop.ann.sees("Yijia")
    await workshop.ann.sees("/cancel")
    await turns_red(workshop, port, [])
    await rest(workshop, workshop.database_url)
    assert len(await workshop.ann.chat()) == 2
    assert await dead(workshop.database_url) == (0, 0)
    assert any(record.levelno == logging.CRITICAL for record in caplog.records)
    await worker.stop()


@pytest.mark.parametrize(
    "change", [{"url": "http://127.0.0.1:9/elsewhere"}, {"url": ""}, {"allowed_updates": ["message"]}]
)
@on_sqlite
async def test_operators_hear_that_the_webhook_was_changed_and_a_restart_takes_it_back(
    workshop: Workshop, hurried: None, change: dict[str, Any]
) -> None:
    worker = await workshop.start_behind_webhook()
    port = int(worker.url.split(":")[2].split("/")[0])
    await an_operator_listens(workshop, worker)

    await set_webhook(workshop, {"url": worker.url, **change})

    await turns_red(workshop, port, ["webhook"])
    await workshop.olga.sees("Somebody changed")
    await worker.stop()
    worker = await workshop.start_behind_webhook()
    await updates_come(workshop)
    await worker.stop()


@on_sqlite
async def test_who_polls_hears_again_after_a_webhook_was_set_and_the_bot_started_anew(
    workshop: Workshop, hurried: None
) -> None:
    port = free_port()
    worker = await workshop.start(port=port)
    await an_operator_listens(workshop, worker)

    await set_webhook(workshop, {"url": "http://127.0.0.1:9/elsewhere"})

    await turns_red(workshop, port, ["webhook"])
    await workshop.olga.sees("Somebody changed")
    await worker.stop()
    worker = await workshop.start(port=port)
    await updates_come(workshop)
    assert (await health(workshop, port))["ok"]
    await worker.stop()


async def an_operator_listens(workshop: Workshop, worker: Worker) -> None:
    """She has written to the bot; nobody waits for minutes until a trouble lasts."""
    await workshop.olga.types("/start")
    await workshop.olga.sees("Yijia")
    quicken(worker)


async def updates_come(workshop: Workshop) -> None:
    """What is typed is answered."""
    await workshop.olga.types("/help")
    await workshop.olga.sees("/cancel")


@asynccontextmanager
async def rival(workshop: Workshop) -> AsyncIterator[None]:
    """Another program that polls with our token until the end of the block."""

    async def poll() -> None:
        while True:
            async with workshop.session.post(
                f"{workshop.url}/bot{TOKEN}/getUpdates", json={"timeout": 1}
            ) as answer:
                await answer.read()
            await asyncio.sleep(0.02)

    task = asyncio.create_task(poll())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def set_webhook(workshop: Workshop, told: dict[str, Any]) -> None:
    """Somebody who has our token tells Telegram where to deliver."""
    async with workshop.session.post(f"{workshop.url}/bot{TOKEN}/setWebhook", json=told) as answer:
        assert answer.status == 200


async def metrics(workshop: Workshop, port: int) -> str:
    """What Prometheus is told."""
    async with workshop.session.get(f"http://127.0.0.1:{port}/metrics") as answer:
        return await answer.text()


async def hears_alarms(workshop: Workshop, times: int) -> None:
    """Waits until the operator was told so often of another program; fails when it was more often."""
    until = time.monotonic() + PATIENCE_SECONDS
    while (heard := sum(SAME_TOKEN in shown.text for shown in await workshop.olga.chat())) < times:
        assert time.monotonic() < until, f"{heard} alarms"
        await asyncio.sleep(0.03)
    assert heard == times
