"""Every way to write the specs of a product in both languages, and the words that go with their counts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from domain.listing_words import listing_word
from domain.people import Language
from language.fold import fold

Specs = tuple[tuple[str, tuple[str, ...]], ...]
"""The specs of a product, each with its values, as the seller wrote them."""


class Sign(StrEnum):
    """What a word does."""

    COUNT = "count"
    CHOICE = "choice"
    BREAK = "break"
    EVENLY = "evenly"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a spec."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word; a count of None is the rest, or all. A number can be a `choice` as well."""

    sign: Sign
    text: str
    count: int | None = None
    choice: Choice | None = None
    is_each: bool = False
    is_all: bool = False

    @property
    def is_rest(self) -> bool:
        """Whether it counts what the others leave."""
        return self.sign is Sign.COUNT and self.count is None and not self.is_all

    def of_each(self) -> "Token":
        """The same count for every value beside it."""
        return replace(self, is_each=True)


Lexicon = tuple[tuple[str, Token], ...]

_SHORT: Final = 5
_MEASURE: Final = re.compile(r"(\d+(?:\.\d+)?) ?([a-z]+)")
_UNITS: Final = {
    "ml": "毫升",
    "l": "升",
    "cm": "厘米",
    "mm": "毫米",
    "m": "米",
    "kg": "公斤",
    "g": "克",
    "w": "瓦",
}
_SPELLINGS: Final = (("grey", "gray"), ("colourful", "colorful"))


@lru_cache(maxsize=64)
def lexicon(specs: Specs) -> Lexicon:
    """Every way to write something, the longest first; a value wins over a word that says nothing."""
    names = {word: Token(Sign.NOTHING, word) for name, _ in specs for word in _forms(name)}
    words = {**_beside(), **names, **_values(specs)}
    return tuple(sorted(words.items(), key=lambda pair: -len(pair[0])))


@cache
def _beside() -> Mapping[str, Token]:
    """What is said besides values and figures, from the table."""
    rows = Path(__file__).with_name("split.tsv").read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows)
    return {word: _beside_token(kind, word) for kind, word in pairs}


def _beside_token(kind: str, word: str) -> Token:
    if kind in ("rest", "all"):
        return Token(Sign.COUNT, word, is_all=kind == "all")
    if kind == "evenly":
        return Token(Sign.EVENLY, word)
    return Token(Sign.NOTHING, word, is_each=kind == "each")


def _values(specs: Specs) -> Mapping[str, Token]:
    """What can be a value of two specs is none of either, unless it is written just so."""
    every = [Choice(name, value) for name, values in specs for value in values]
    meant: dict[str, set[Choice]] = {}
    for choice in every:
        for form in _forms(choice.value):
            meant.setdefault(form, set()).add(choice)
    sure = {form: choices.pop() for form, choices in meant.items() if len(choices) == 1}
    own = {fold(choice.value).strip(): choice for choice in every}
    return {form: Token(Sign.CHOICE, form, choice=choice) for form, choice in {**sure, **own}.items()}


def _forms(word: str) -> Iterator[str]:
    """A spec's name or value as it is written in either language, and in short: 红 for 红色, S码 for S."""
    both = {word, *(listing_word(word, language) for language in (Language.ENGLISH, Language.CHINESE))}
    for written in {fold(each).strip() for each in both}:
        yield written
        yield from _short_forms(written)
        yield from (written.replace(*pair) for pair in _SPELLINGS if pair[0] in written)


def _short_forms(written: str) -> Iterator[str]:
    if written.endswith("色") and len(written) > 1:
        yield written.removesuffix("色")
    if written.isascii() and len(written) < _SHORT:
        yield from (f"{written}码", f"{written}号")
    if measure := _MEASURE.fullmatch(written):
        yield from (f"{measure[1]}{gap}{measure[2]}" for gap in ("", " "))
        yield measure[1] + _UNITS.get(measure[2], measure[2])
