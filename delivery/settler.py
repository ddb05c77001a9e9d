"""Settlements that come at the same time share one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from delivery.mailbox import Mailbox
from services.mail import Letter, Settlement

REST_SECONDS: Final = 1.0

_log = structlog.get_logger()


class Settler:
    """Writes settlements in the order they come; whoever brings one waits until it is committed.

    Letters that follow from them go to `take_over`.
    """

    def __init__(self, mailbox: Mailbox, take_over: Callable[[Sequence[Letter]], None]) -> None:
        self._mailbox = mailbox
        self._take_over = take_over
        self._waiting: list[tuple[Settlement, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None

    async def settle(self, settlement: Settlement) -> None:
        """Returns when the settlement is committed, however long the database is away."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((settlement, written))
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._write())
        await written

    async def finish(self, seconds: float) -> None:
        """Waits until all is written, at most for so long."""
        task = self._task
        if task is not None:
            await asyncio.wait({task}, timeout=seconds)
            task.cancel()

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            await self._keep([settlement for settlement, _ in batch])
            for _, written in batch:
                if not written.done():
                    written.set_result(None)
        self._task = None

    async def _keep(self, settlements: list[Settlement]) -> None:
        """A letter that was sent must be marked, or it would go out again."""
        while True:
            try:
                letters = await self._mailbox.settle(settlements)
                break
            except Exception:
                _log.exception("letters could not be settled")
                await asyncio.sleep(REST_SECONDS)
        self._take_over(letters)
