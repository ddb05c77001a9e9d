"""A bot's updates: kept until they are confirmed or too old, numbered from a random start."""

import asyncio
import random
from collections import deque
from collections.abc import Callable, Iterable

import orjson

from playground.clock import Clock
from playground.faults import UPDATE_KINDS, Fault, Faults
from playground.updates.update import KINDS_OFF_BY_DEFAULT, News, Update


class UpdateBox:
    """Holds undelivered updates in order; `listener` (a webhook) is told of each new one."""

    def __init__(self, clock: Clock, faults: Faults) -> None:
        self._clock = clock
        self._faults = faults
        self._next = random.randint(100_000_000, 900_000_000)  # noqa: S311 Telegram starts anywhere
        self._gates: dict[int, float] = {}
        self.pending: deque[Update] = deque()
        self.echoes: list[Update] = []
        self.allowed: frozenset[str] | None = None
        self.held: list[News] | None = None
        self.listener: Callable[[Update], None] | None = None
        self.waiter: asyncio.Future[None] | None = None

    def admits(self, kind: str) -> bool:
        """Whether allowed_updates, as last set, lets this kind through."""
        if self.allowed is None:
            return kind not in KINDS_OFF_BY_DEFAULT
        return kind in self.allowed

    def put(self, news: News) -> None:
        """Accept news for the bot: at once, or later when held back or delayed by a fault."""
        if not self.admits(news.kind):
            return
        if self.held is not None:
            self.held.append(news)
            return
        if not self._faults.rules and not self._gates:
            self._enter(news, [])
            return
        self._put_with_faults(news)

    def _put_with_faults(self, news: News) -> None:
        faults = self._faults.pick_all(UPDATE_KINDS, news.kind, news.chat_id)
        delay = sum(fault.seconds for fault in faults if fault.kind == "delay")
        loop = asyncio.get_running_loop()
        due = max(loop.time() + delay, self._gates.get(news.queue, 0.0) + 1e-4)
        if delay == 0 and due <= loop.time() + 1e-4:
            self._gates.pop(news.queue, None)
            self._enter(news, faults)
            return
        # A delayed update holds its own queue back, so that order inside a queue stays.
        self._gates[news.queue] = due
        loop.call_at(due, self._enter, news, faults)

    def _enter(self, news: News, faults: list[Fault]) -> None:
        self._next += 1 + sum(fault.by for fault in faults if fault.kind == "jump")
        body = b'{"update_id":%d,"%s":%s}' % (self._next, news.kind.encode(), orjson.dumps(news.payload))
        update = Update(self._next, news.kind, news.queue, body, self._clock.now() + news.life)
        for fault in faults:
            if fault.kind == "duplicate":
                update.copies, update.echo_later = fault.copies, fault.later
        self.pending.append(update)
        self._tell(update)

    def _tell(self, update: Update) -> None:
        if self.listener is not None:
            self.listener(update)
        self.wake()

    def wake(self) -> None:
        """End the long poll that waits, if any."""
        if self.waiter is not None and not self.waiter.done():
            self.waiter.set_result(None)

    def hold(self) -> None:
        """Keep news back until they are released."""
        if self.held is None:
            self.held = []

    def release(self, order: Iterable[int] | None = None) -> int:
        """Let held news in, in the given order of their indexes (default: as they came); how many."""
        held, self.held = self.held or [], None
        chosen = list(range(len(held))) if order is None else list(order)
        for index in chosen:
            self.put(held[index])
        return len(chosen)

    def purge(self) -> None:
        """Forget what is too old to deliver."""
        now = self._clock.now()
        if any(update.expires <= now for update in self.pending):
            self.pending = deque(update for update in self.pending if update.expires > now)

    def remove(self, update: Update) -> None:
        """Forget a delivered update."""
        if update in self.pending:
            self.pending.remove(update)

    def clear(self) -> None:
        """Forget all undelivered updates, held ones too, and hold no more."""
        self.pending.clear()
        self.echoes.clear()
        self.held = None
