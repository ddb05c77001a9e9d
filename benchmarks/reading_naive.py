"""A deliberately naive reader to compare with: the last figure is the price, a few words the intent."""

import re

from benchmarks.reading_score import Read

_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = (
    ("accept", re.compile(r"\bdeal\b|sounds good|i'll take|成交|好吧|可以的")),
    ("offer", _FIGURE),
    ("ask", re.compile(r"[?吗么]|多少")),
    ("reject", re.compile(r"too (?:low|high)|can't|sorry|不行|最低|不能")),
)
"""Intents in the order in which they are tried."""


def naive(text: str) -> Read:
    """The reading of somebody with ten minutes; it never sees a quantity."""
    folded = text.lower()
    figures = _FIGURE.findall(folded)
    price = float(figures[-1].replace(",", "")) if figures else None
    intent = next((intent for intent, pattern in _WORDS if pattern.search(folded)), "other")
    return Read(intent, price, None)
