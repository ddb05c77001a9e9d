"""The transcript: every request and every delivered update, in order and bounded."""

from collections import deque
from collections.abc import Iterator

from playground.clock import Clock
from playground.wire import Json

DEFAULT_SIZE = 20_000


class Log:
    """Numbered entries; the oldest fall out beyond `size`, and size 0 switches the log off."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: deque[Json] = deque(maxlen=DEFAULT_SIZE)
        self.last = 0

    @property
    def size(self) -> int:
        """How many entries are kept."""
        return self._entries.maxlen or 0

    def resize(self, size: int) -> None:
        """Keep at most `size` entries from now on."""
        self._entries = deque(self._entries, maxlen=size)

    def add(self, entry: Json) -> Json:
        """Number and time an entry and keep it; the caller may complete it later."""
        self.last += 1
        entry["n"] = self.last
        entry["time"] = self._clock.now()
        self._entries.append(entry)
        return entry

    def after(self, number: int) -> Iterator[Json]:
        """Entries with a greater number, oldest first."""
        return (entry for entry in self._entries if entry["n"] > number)

    def clear(self) -> None:
        """Forget the entries; numbers go on."""
        self._entries.clear()
