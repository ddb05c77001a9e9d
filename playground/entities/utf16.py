"""Lengths and positions in UTF-16 units, as the Bot API counts."""

from bisect import bisect_left
from itertools import accumulate


def has_wide(text: str) -> bool:
    """Whether any character takes two units."""
    return not text.isascii() and max(text, default="") > "\uffff"


def length(text: str) -> int:
    """The length in UTF-16 units."""
    if not has_wide(text):
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


def starts(text: str) -> list[int]:
    """The unit at which each character begins, and the end as the last number."""
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))


def cut(text: str, positions: list[int], offset: int, size: int) -> str:
    """The characters of `size` units from `offset`, with `positions` from `starts`."""
    return text[bisect_left(positions, offset) : bisect_left(positions, offset + size)]
