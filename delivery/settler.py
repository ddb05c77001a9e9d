"""Settlements that come at the same time share one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

import structlog

from delivery.mailbox import Mailbox
from services.mail import Letter, Settlement

REST_SECONDS: Final = 1.0

_log = structlog.get_logger()

Waiting = tuple[Settlement, asyncio.Future[None]]


class Settler:
    """Writes settlements in the order they come; whoever brings one waits until it is committed.

    One that cannot be written holds up its own chat only. Letters that follow from them go to `take_over`.
    """

    def __init__(self, mailbox: Mailbox, take_over: Callable[[Sequence[Letter]], None]) -> None:
        self._mailbox = mailbox
        self._take_over = take_over
        self._waiting: list[Waiting] = []
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
        """All at once, or else one by one; the first that fails alone is tried again after a rest, last."""
        while self._waiting:
            batch, self._waiting = self._waiting, []
            while batch and not await self._is_kept(batch):
                first, *batch = batch
                if not await self._is_kept([first]):
                    self._waiting = [*batch, *self._waiting, first]
                    await asyncio.sleep(REST_SECONDS)
                    break
        self._task = None

    async def _is_kept(self, batch: Sequence[Waiting]) -> bool:
        """A letter that was sent must be marked, or it would go out again."""
        try:
            letters = await self._mailbox.settle([settlement for settlement, _ in batch])
        except Exception:
            _log.exception("letters could not be settled")
            return False
        self._take_over(letters)
        for _, written in batch:
            if not written.done():
                written.set_result(None)
        return True
