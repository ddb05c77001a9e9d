"""The place of a trade term: the words behind FOB Ningbo, or in Chinese those it grows on."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from domain.ports import NAMES
from language.mark import Mark, Token

_LONGEST: Final = 4
"""Words of a place: Ho Chi Minh City."""

_LEADING: Final = frozenset({Mark.TO, Mark.IS, Mark.COLON})


@cache
def _port_words() -> frozenset[str]:
    """Every word of the name of a port: those known in both languages, and further ones."""
    further = Path(__file__).with_name("ports.tsv").read_text("utf-8")
    return frozenset(further.split()).union(*(name.casefold().split() for name in NAMES))


def place_of(tokens: Sequence[Token], text: str, term: int) -> range:
    """The tokens of the place that belongs to the trade term at `term`; empty when none is named."""
    first = term + 1
    if first < len(tokens) and tokens[first].mark in _LEADING:
        first += 1
    return _words_after(tokens, text, first) or _words_before(tokens, text, term)


def _words_after(tokens: Sequence[Token], text: str, first: int) -> range:
    """FOB Ningbo, FOB宁波; a word in small letters only when it is a port."""
    last = first
    while last < len(tokens) and last - first < _LONGEST * 2 and tokens[last].mark is Mark.WORD:
        is_chinese = _is_chinese(tokens, text, last)
        goes_on = last == first or (is_chinese and tokens[last].start == tokens[last - 1].end)
        if not goes_on if is_chinese else not _is_name(tokens, text, last):
            break
        last += 1
    return range(first, last)


def _words_before(tokens: Sequence[Token], text: str, term: int) -> range:
    """宁波FOB: the run of Chinese that the term grows on."""
    first = term
    while first > 0 and tokens[first - 1].mark is Mark.WORD and tokens[first - 1].end == tokens[first].start:
        if not _is_chinese(tokens, text, first - 1):
            break
        first -= 1
    return range(first, term)


def _is_chinese(tokens: Sequence[Token], text: str, place: int) -> bool:
    return "\u3400" <= text[tokens[place].start] <= "\u9fff"


def _is_name(tokens: Sequence[Token], text: str, place: int) -> bool:
    word = text[tokens[place].start : tokens[place].end]
    return word[:1].isupper() or word.lower() in _port_words()
