"""What happened on the phones, for the page and for tests: an ordered stream with a cursor."""

import asyncio
from collections import deque

from playground.wire import Json

KEPT = 20_000


class Events:
    """Numbered events; a reader asks for those after the last number it saw."""

    def __init__(self) -> None:
        self._events: deque[Json] = deque(maxlen=KEPT)
        self._waiting: list[asyncio.Future[None]] = []
        self.last = 0

    def add(self, kind: str, **facts: object) -> None:
        """Record an event and wake the readers."""
        self.last += 1
        self._events.append({"id": self.last, "type": kind, **facts})
        while self._waiting:
            waiter = self._waiting.pop()
            if not waiter.done():
                waiter.set_result(None)

    def after(self, number: int) -> list[Json]:
        """Events with a greater number, oldest first."""
        if number >= self.last:
            return []
        found: list[Json] = []
        for event in reversed(self._events):
            if event["id"] <= number:
                break
            found.append(event)
        return found[::-1]

    async def changed(self, seconds: float) -> None:
        """Return at the next event, or after the given seconds."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        await asyncio.wait([waiter], timeout=seconds)
