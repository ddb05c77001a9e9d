"""Part L: health is red when any part of the bot is frozen or dead, and says which."""

import asyncio
from typing import Any

import pytest

from bot.clock import Clock
from bot.leftovers import Leftovers
from bot.mailbox import DatabaseMailbox
from bot.polling import Poller
from bot.receiving import Receiver
from bot.watch import Watch
from delivery.sender import Sender
from storage.workers import Heartbeat
from tests.faults.hours import a_minute_later, health, hurried, turns_red
from tests.faults.rig import on_postgresql, on_sqlite
from tests.faults.workers import Workshop, free_port, stop_all

__all__ = ["hurried"]

PARTS = {
    "polling": (Poller, "_asked"),
    "heartbeat": (Heartbeat, "beat"),
    "recovery": (Receiver, "recover"),
    "jobs": (Clock, "do_due"),
    "leftovers": (Leftovers, "leave"),
    "watch": (Watch, "look"),
    "sender": (DatabaseMailbox, "claim"),
}
LOOPS: dict[type, set[str]] = {
    Poller: {"polling"},
    Sender: {"sender"},
    Clock: {"heartbeat", "recovery", "jobs", "leftovers", "watch"},
}


class Frost:
    """Freezes a part of the bot in the middle of its work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, place: tuple[type, str]) -> None:
        self.thawed = asyncio.Event()
        self.thawed.set()
        kind, name = place
        whole = getattr(kind, name)

        async def work(*arguments: Any) -> Any:
            await self.thawed.wait()
            return await whole(*arguments)

        monkeypatch.setattr(kind, name, work)


@pytest.mark.parametrize("part", PARTS)
@on_sqlite
async def test_health_is_red_while_a_part_is_frozen(
    workshop: Workshop, hurried: None, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    frost, port = Frost(monkeypatch, PARTS[part]), free_port()
    worker = await workshop.start(port=port)
    await turns_red(workshop, port, [])

    frost.thawed.clear()
    a_minute_later(worker)

    await turns_red(workshop, port, [part])
    frost.thawed.set()
    await turns_red(workshop, port, [])
    await worker.stop()


@pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.__name__.lower())
@on_sqlite
async def test_health_is_red_when_a_loop_has_died(
    workshop: Workshop, hurried: None, monkeypatch: pytest.MonkeyPatch, loop: type
) -> None:
    async def die(*_: Any) -> None:
        raise MemoryError

    monkeypatch.setattr(loop, "run", die)
    port = free_port()
    worker = await workshop.start(port=port)

    a_minute_later(worker)

    await turns_red(workshop, port, LOOPS[loop])
    await worker.stop()


@on_postgresql
async def test_of_two_workers_only_the_one_whose_duty_it_is_must_poll(
    workshop: Workshop, hurried: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    frost, ports = Frost(monkeypatch, PARTS["polling"]), (free_port(), free_port())
    workers = [await workshop.start(port=port) for port in ports]
    for worker, port in zip(workers, ports, strict=True):
        a_minute_later(worker)
        await turns_red(workshop, port, [])

    frost.thawed.clear()
    for worker in workers:
        a_minute_later(worker)

    await turns_red(workshop, ports[0], ["polling"])
    await turns_red(workshop, ports[1], [])
    await stop_all(*workers)


@on_sqlite
async def test_behind_a_webhook_nobody_must_poll(workshop: Workshop, hurried: None) -> None:
    worker = await workshop.start_behind_webhook()
    port = int(worker.url.split(":")[2].split("/")[0])

    a_minute_later(worker)

    await turns_red(workshop, port, [])
    assert "polling_seconds" not in await health(workshop, port)
    assert "sender_seconds" in await health(workshop, port)
    await worker.stop()
