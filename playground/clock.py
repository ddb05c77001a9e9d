"""The playground's clock: the machine's, moved by an offset that tests may set."""

import time


class Clock:
    """Seconds since 1970 in UTC, plus `offset` seconds."""

    def __init__(self) -> None:
        self.offset = 0.0

    def now(self) -> float:
        """The playground's present moment."""
        return time.time() + self.offset

    def date(self) -> int:
        """The present moment as the Bot API writes dates."""
        return int(self.now())
