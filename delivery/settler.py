"""Settlements that come at the same time share one transaction."""

import asyncio

from delivery.mailbox import Mailbox
from services.mail import Settlement


class Settler:
    """Writes settlements in the order they come; whoever brings one waits until it is committed."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._waiting: list[tuple[Settlement, asyncio.Future[None]]] = []
        self._task: asyncio.Task[None] | None = None

    async def settle(self, settlement: Settlement) -> None:
        """Commits the settlement. Raises what the database raises."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((settlement, written))
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._write())
        await written

    async def finish(self) -> None:
        """Waits until all is written."""
        if self._task is not None:
            await self._task

    async def _write(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._mailbox.settle([settlement for settlement, _ in batch])
            except Exception as error:
                for _, written in batch:
                    written.set_exception(error)
            else:
                for _, written in batch:
                    written.set_result(None)
        self._task = None
