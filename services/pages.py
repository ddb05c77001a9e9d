"""Long lists by pages, counted from 0: how many there are, and which one is shown."""

from collections.abc import Sequence
from typing import TypeVar

Entry = TypeVar("Entry")


def pages_of(count: int, size: int) -> int:
    """How many pages so many entries fill, at least one."""
    return max(-(-count // size), 1)


def page_at(wanted: int, count: int, size: int) -> int:
    """The wanted page, or the nearest there is by now."""
    return min(max(wanted, 0), pages_of(count, size) - 1)


def entries_on(page: int, entries: Sequence[Entry], size: int) -> Sequence[Entry]:
    """What stands on a page."""
    return entries[page * size : (page + 1) * size]
