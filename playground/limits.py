"""Telegram's limits as dials: sending rates (off at first) and the lives of presses and updates."""

from collections import deque
from dataclasses import dataclass, field

from playground.wire import too_many_requests


@dataclass(slots=True)
class Dials:
    """What can be dialled; a rate of None is off, times are seconds."""

    overall_per_second: int | None = None
    private_per_second: float | None = None
    private_burst: int = 3
    group_per_minute: int | None = None
    answer_seconds: float = 10.0
    press_life: float = 150.0
    update_life: float = 86_400.0
    deletable_seconds: float = 172_800.0
    download_bytes: int = 20 << 20


@dataclass(slots=True)
class Limits:
    """Counts what each chat was sent and refuses what is too much."""

    dials: Dials = field(default_factory=Dials)
    _overall: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _private: dict[int, float] = field(default_factory=dict)

    def check(self, chat_id: int, now: float) -> None:
        """Count one message to the chat, or raise 429 and count nothing."""
        waits = [self._overall_wait(now)]
        waits.append(self._private_wait(chat_id, now) if chat_id > 0 else self._group_wait(chat_id, now))
        if (wait := max(waits)) > 0:
            raise too_many_requests(max(1, int(-(-wait // 1))))
        self._count(chat_id, now)

    def _overall_wait(self, now: float) -> float:
        return _window_wait(self._overall, self.dials.overall_per_second, 1.0, now)

    def _group_wait(self, chat_id: int, now: float) -> float:
        window = self._groups.setdefault(chat_id, deque())
        return _window_wait(window, self.dials.group_per_minute, 60.0, now)

    def _private_wait(self, chat_id: int, now: float) -> float:
        rate = self.dials.private_per_second
        if not rate:
            return 0.0
        allowance = (self.dials.private_burst - 1) / rate
        return self._private.get(chat_id, now) - allowance - now

    def _count(self, chat_id: int, now: float) -> None:
        if self.dials.overall_per_second:
            self._overall.append(now)
        if chat_id < 0 and self.dials.group_per_minute:
            self._groups[chat_id].append(now)
        if chat_id > 0 and self.dials.private_per_second:
            due = max(self._private.get(chat_id, now), now)
            self._private[chat_id] = due + 1 / self.dials.private_per_second


def _window_wait(window: deque[float], most: int | None, seconds: float, now: float) -> float:
    while window and window[0] <= now - seconds:
        window.popleft()
    if not most or len(window) < most:
        return 0.0
    return window[-most] + seconds - now
