"""Part J: a worker freezes in the middle of its work and wakes when another has taken over."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

import psutil
from sqlalchemy import select

from storage.database import open_database
from storage.tables.post import DONE, outbox
from tests.conversations.deal import strike
from tests.faults import freezing_bot
from tests.faults.rig import ONE_DEAL, ailments, dead, on_postgresql, rest, said, trade_rows
from tests.faults.test_d_sending import copies
from tests.faults.workers import Workshop

PLAN: Final = (
    "update.before_commit:3",
    "outbox.before_send:2",
    "update.after_commit:2",
    "outbox.after_send:2",
)


@dataclass
class Frozen:
    """A process that is woken whenever another worker has done all it held; what was settled by then."""

    workshop: Workshop
    process: Process
    wakings: int = 0
    settled: dict[int, tuple[Any, ...]] = field(default_factory=dict)

    async def wake(self) -> None:
        """Until cancelled."""
        while True:
            if psutil.Process(self.process.pid).status() == psutil.STATUS_STOPPED:
                other = await self.workshop.start()
                await rest(self.workshop, self.workshop.database_url)
                self.settled |= await settled(self.workshop.database_url)
                self.process.send_signal(signal.SIGCONT)
                self.wakings += 1
                await other.stop()
            await asyncio.sleep(0.05)


@on_postgresql
async def test_who_freezes_at_work_and_wakes_too_late_changes_nothing(workshop: Workshop) -> None:
    async with freezing(workshop) as frozen:
        await strike(workshop.ann, workshop.li, workshop.invitation)
        while frozen.wakings < len(PLAN):
            await workshop.ann.types(f"mug {next(workshop.ids)}")
            await rest(workshop, workshop.database_url)

    sent = copies(await said(workshop))
    assert max(sent.values()) <= 2
    assert sum(sent.values()) - len(sent) <= len(PLAN)
    assert (await settled(workshop.database_url)).items() >= frozen.settled.items()
    assert await trade_rows(workshop.database_url) == ONE_DEAL
    assert (await dead(workshop.database_url), await ailments(workshop.database_url)) == ((0, 0), [])


@asynccontextmanager
async def freezing(workshop: Workshop) -> AsyncIterator[Frozen]:
    """A worker that freezes by the plan, stopped at the end as an operator stops it."""
    environment = {**os.environ, **workshop.environment(), freezing_bot.VARIABLE: " ".join(PLAN)}
    program = (sys.executable, "-m", freezing_bot.__name__)
    process = await asyncio.create_subprocess_exec(*program, env=environment)
    frozen = Frozen(workshop, process)
    try:
        async with asyncio.TaskGroup() as group:
            waking = group.create_task(frozen.wake())
            yield frozen
            waking.cancel()  # first: it looks at the process, which is about to be gone
            process.send_signal(signal.SIGTERM)
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()


async def settled(database_url: str) -> dict[int, tuple[Any, ...]]:
    """What was written about each letter that is done."""
    query = select(outbox).with_only_columns(
        outbox.c.id, outbox.c.status, outbox.c.attempts, outbox.c.doubtful, outbox.c.settled_at
    )
    async with open_database(database_url) as database:
        rows = (await database.run(lambda c: c.execute(query.where(outbox.c.status == DONE)))).all()
    return {row.id: tuple(row) for row in rows}
