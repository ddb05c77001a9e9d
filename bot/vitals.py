"""Signs of life: when each part of this worker last did its work."""

import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """What must go on as long as the worker lives; the values stand in /healthz."""

    POLLING = "polling"
    HEARTBEAT = "heartbeat"
    RECOVERY = "recovery"
    JOBS = "jobs"
    LEFTOVERS = "leftovers"
    WATCH = "watch"
    SENDER = "sender"


PATIENCE: Final = {
    Part.POLLING: 50.0,  # a poll may wait 25 s for an update, and 15 s more for its answer
    Part.HEARTBEAT: 20.0,
    Part.RECOVERY: 20.0,
    Part.JOBS: 50.0,  # every 10 s, and hundreds at once after an outage
    Part.LEFTOVERS: 30.0,
    Part.WATCH: 30.0,
    Part.SENDER: 20.0,
}
"""Seconds after which a part that gave no sign is taken for dead: well within a minute."""


class Vitals:
    """The signs of the parts that this worker has; `clock` gives seconds and never steps back.

    `is_listening`: whether it is this worker that hears Telegram; of several that poll only one does.
    """

    def __init__(self, parts: Iterable[Part], clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.is_listening = True
        self._signs = dict.fromkeys(parts, clock())

    def sign(self, part: Part) -> None:
        """The part has just done its work, to the end and without an error."""
        if part in self._signs:
            self._signs[part] = self.clock()

    def ages(self) -> dict[Part, float]:
        """Seconds since the last sign of each part."""
        now = self.clock()
        return {part: now - last for part, last in self._signs.items()}

    def silent(self) -> list[Part]:
        """Parts that are taken for dead."""
        return [part for part, age in self.ages().items() if age >= PATIENCE[part]]
