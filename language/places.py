"""Ports and inland terminals, by which a place is known even in small letters."""

from functools import cache
from pathlib import Path


@cache
def _port_words() -> frozenset[str]:
    """Every word of the name of a port."""
    names = Path(__file__).with_name("ports.tsv").read_text("utf-8")
    return frozenset(names.split())


def is_port(word: str) -> bool:
    """Whether a word is, or belongs to, the name of a port."""
    return word.lower() in _port_words()
