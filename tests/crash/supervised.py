"""The bot as a process of its own, killed where a test says and started again."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from services.fail_points import VARIABLE

MOST_STARTS = 12


@dataclass
class Supervised:
    """How often the bot was killed, and whether it ever was."""

    environment: dict[str, str]
    plans: list[str]
    kills: int = 0
    died: asyncio.Event = field(default_factory=asyncio.Event)
    errors: list[str] = field(default_factory=list)

    async def keep_running(self) -> None:
        """Starts the bot again whenever it dies; each start takes the next plan of where to kill it."""
        for _ in range(MOST_STARTS):
            plan = self.plans.pop(0) if self.plans else ""
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "benchmarks.unhurried_bot",
                env={**os.environ, **self.environment, VARIABLE: plan},
                stderr=asyncio.subprocess.PIPE,
            )
            try:
                _, said = await process.communicate()
            except asyncio.CancelledError:
                process.send_signal(signal.SIGTERM)
                await process.wait()
                raise
            self._note(process.returncode, said.decode())

    def _note(self, code: int | None, said: str) -> None:
        if code == -signal.SIGKILL:
            self.kills += 1
            self.died.set()
        else:
            self.errors.append(said)


@asynccontextmanager
async def supervised(environment: dict[str, str], plans: list[str]) -> AsyncIterator[Supervised]:
    """The bot, kept running until the end of the block."""
    bot = Supervised(environment, plans)
    task = asyncio.create_task(bot.keep_running())
    try:
        yield bot
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
