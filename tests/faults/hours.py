"""The bot in a hurry: its loops rest a moment only, its clocks run fast, and /healthz is read."""

import asyncio
import time
from collections.abc import Collection
from typing import Any, Final

import pytest

from tests.faults.rig import PATIENCE_SECONDS
from tests.faults.workers import Worker, Workshop

HASTE: Final = 50
"""Twenty seconds pass in less than half a second."""


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every loop comes round within a second."""
    for name in ("BEAT_SECONDS", "JOB_SECONDS", "LEFTOVER_SECONDS", "WATCH_SECONDS"):
        monkeypatch.setattr(f"bot.clock.{name}", 0.1)
    monkeypatch.setattr("bot.polling.POLL_SECONDS", 1)
    monkeypatch.setattr("bot.polling.REST_SECONDS", 0.05)
    monkeypatch.setattr("bot.polling.LONGEST_REST_SECONDS", 0.1)
    monkeypatch.setattr("bot.telegram_setup.LOOK_SECONDS", 0.1)
    monkeypatch.setattr("delivery.limiter.TOKEN_REST_SECONDS", 0.1)


def quicken(worker: Worker) -> None:
    """From now on troubles of this worker last, and are over, HASTE times sooner."""
    began = time.monotonic()
    worker.parts.condition.troubles.clock = lambda: began + HASTE * (time.monotonic() - began)


def a_minute_later(worker: Worker) -> None:
    """All signs of life are a minute old; whoever lives gives another."""
    clock = worker.parts.condition.vitals.clock
    worker.parts.condition.vitals.clock = lambda: clock() + 60


async def health(workshop: Workshop, port: int) -> dict[str, Any]:
    """What /healthz says, its status being what it must be."""
    async with workshop.session.get(f"http://127.0.0.1:{port}/healthz") as answer:
        body: dict[str, Any] = await answer.json()
    assert answer.status == (200 if body["ok"] else 503)
    assert body["ok"] == (not body["red"])
    return body


async def turns_red(workshop: Workshop, port: int, names: Collection[str]) -> None:
    """Waits until exactly these are red."""
    until = time.monotonic() + PATIENCE_SECONDS
    while set(red := (await health(workshop, port))["red"]) != set(names):
        assert time.monotonic() < until, f"red are {red}, not {names}"
        await asyncio.sleep(0.03)
