"""The same words in the two languages of a document that both sides sign: English, and Simplified Chinese."""

from collections.abc import Callable
from typing import Any, Final

from domain.people import Language
from views.reader import Reader

Pair = list[str]
"""English, Chinese."""

ENGLISH: Final = Reader(Language.ENGLISH)
CHINESE: Final = Reader(Language.CHINESE)


def both(say: Callable[[Reader], str]) -> Pair:
    """What is said to either reader, as plain text."""
    return [str(say(ENGLISH)), str(say(CHINESE))]


def same(text: str) -> Pair:
    """Somebody's own words, or figures that both languages write alike."""
    return [text, text]


def row(label: Callable[[Reader], str], value: Pair, *, strong: bool = False) -> dict[str, Any]:
    """A line of a section: what it is called, and what is agreed."""
    return {"label": both(label), "value": value, "strong": strong}
