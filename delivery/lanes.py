"""Lanes: work that keeps its order within a lane and runs beside that of other lanes."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from typing import Generic, TypeVar

import structlog

_log = structlog.get_logger()

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Hands items to `work` one after another in each lane, in at most `width` lanes at once."""

    def __init__(self, work: Callable[[Item], Awaitable[None]], width: int) -> None:
        self._work = work
        self._free = asyncio.Semaphore(width)
        self._waiting: dict[int, deque[Item]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: int, item: Item) -> None:
        """Adds an item to the end of its lane."""
        if lane in self._waiting:
            self._waiting[lane].append(item)
            return
        self._waiting[lane] = deque([item])
        task = asyncio.get_running_loop().create_task(self._drain(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def has(self, lane: int) -> bool:
        """Whether the lane has work."""
        return lane in self._waiting

    def items(self) -> Iterator[Item]:
        """All that is at work or waits for it."""
        return (item for queue in self._waiting.values() for item in queue)

    async def finish(self, seconds: float) -> None:
        """Waits until all is done, at most so long; what is left is given up (and still in the database)."""
        if self._tasks:
            _, unfinished = await asyncio.wait(set(self._tasks), timeout=seconds)
            for task in unfinished:
                task.cancel()

    async def _drain(self, lane: int) -> None:
        queue = self._waiting[lane]
        try:
            while queue:
                async with self._free:
                    await self._safely(queue[0])
                queue.popleft()
        finally:
            del self._waiting[lane]

    async def _safely(self, item: Item) -> None:
        """One item that fails must not take the rest of its lane along."""
        try:
            await self._work(item)
        except Exception:
            _log.exception("work failed")
