"""Buttons in rows that a phone shows whole: it cuts a label that is wider than its share of the row."""

from collections.abc import Mapping, Sequence
from typing import Final
from unicodedata import east_asian_width

from views.screen import Button, Rows

_WIDEST: Final[Mapping[int, int]] = {3: 10, 2: 18}
"""How wide a label may be beside others, by the number of buttons in the row; alone it has all the room."""


def width(text: str) -> int:
    """Columns of a label: Chinese characters and most emoji take two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def fits(text: str, beside: int = 2) -> bool:
    """Whether a label is shown whole in a row of so many buttons."""
    return beside not in _WIDEST or width(text) <= _WIDEST[beside]


def fitted(buttons: Sequence[Button], most: int = 2) -> Rows:
    """The buttons in their order, at most `most` (3 or less) in a row; fewer where a label needs room."""
    found: list[tuple[Button, ...]] = []
    left = list(buttons)
    while left:
        count = next(size for size in range(min(most, len(left)), 0, -1) if _all_fit(left[:size]))
        found.append(tuple(left[:count]))
        del left[:count]
    return tuple(found)


def _all_fit(row: Sequence[Button]) -> bool:
    return all(fits(button.text, len(row)) for button in row)
