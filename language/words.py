"""Words as the search index knows them: folded English words, numbers with units, and runs of Chinese."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Final, NamedTuple

from language.clean import clean
from language.script import to_simplified
from language.words_english import fold_word
from language.words_units import join_units

_HAN: Final = "\u3007\u3400-\u9fff"
_LETTERS: Final = rf"[^\W_{_HAN}]+"
_PIECE: Final = re.compile(rf"(?P<run>[{_HAN}]+)|{_LETTERS}(?:[-'.]{_LETTERS})*")
_RUN: Final = re.compile(rf"[{_HAN}]+")
_PARTS: Final = re.compile(r"[-.]")
_ACCENTED: Final = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_DECIMAL: Final = re.compile(r"\d+\.\d+[a-z]*")
_DIGITS: Final = re.compile(r"\d{2,}")
_HALF_LATIN: Final = (("t恤", "体恤"), ("u盘", "优盘"))
"""Chinese words that begin with a Latin letter, and how they are kept in one run."""


class Piece(NamedTuple):
    """A run of Chinese characters, or one word of another script with its folded parts (t, shirt)."""

    text: str
    is_chinese: bool
    parts: tuple[str, ...] = ()

    @property
    def joined(self) -> str:
        """The word written as one: tshirt for T-shirt."""
        return "".join(self.parts)


def pieces(text: str) -> list[Piece]:
    """The pieces of a title or query in their order, in Simplified script, without case and accents."""
    return [
        Piece(match[0], is_chinese=True)
        if match["run"]
        else Piece(match[0], is_chinese=False, parts=_folded_parts(match[0]))
        for match in _PIECE.finditer(join_units(_plain(text)))
    ]


def is_chinese(text: str) -> bool:
    """Whether the text is one run of Chinese characters."""
    return _RUN.fullmatch(text) is not None


def as_written(run: str) -> str:
    """A run of Chinese with its Latin letter where the index keeps none: T恤."""
    for written, kept in _HALF_LATIN:
        run = run.replace(kept, written.upper())
    return run


def bigrams(run: str) -> tuple[str, ...]:
    """Every two neighbours of a run of Chinese; a single character is itself."""
    return tuple(first + second for first, second in pairwise(run)) if len(run) > 1 else (run,)


def terms_of(found: Iterable[Piece]) -> set[str]:
    """The terms by which the pieces of a title can be found."""
    return set(chain.from_iterable(map(_terms, found)))


def _terms(piece: Piece) -> Iterator[str]:
    if piece.is_chinese:
        yield from piece.text
        yield from bigrams(piece.text)
        return
    yield from piece.parts
    if not piece.text.isalpha():
        yield piece.joined
        yield from _DIGITS.findall(piece.text)


def _folded_parts(word: str) -> tuple[str, ...]:
    if word.isalpha():
        return (fold_word(word),)
    word = word.removesuffix("'s").replace("'", "")
    if _DECIMAL.fullmatch(word):
        return (word,)
    return tuple(fold_word(part) for part in _PARTS.split(word))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    if folded.isascii():
        return folded
    plain = to_simplified(_without_accents(clean(folded)))
    for written, kept in _HALF_LATIN:
        plain = plain.replace(written, kept)
    return plain


def _without_accents(text: str) -> str:
    if not _ACCENTED.search(text):
        return text
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)
