"""What a query asks for: units of meaning, each a formula over the terms of the index."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from language.dictionary import Dictionary, Phrase, phrase_term, trade_dictionary
from language.words import Piece, as_written, bigrams, pieces
from language.words_cut import Cut, cut

MOST_CHARACTERS: Final = 200
MOST_UNITS: Final = 12
GLOSS: Final = "~"
"""Begins the terms that stand for a title's meaning in the language it lacks."""

_STOP: Final = frozenset(
    ("a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with", *"的和与及或")
)
_BEFORE_ASIDES: Final = frozenset(("for", "in", "of", "on", "to", "with"))


@dataclass(frozen=True, slots=True)
class All:
    """Satisfied by a product that satisfies every part."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Satisfied by a product that satisfies a part."""

    parts: tuple["Formula", ...]


Formula: TypeAlias = str | All | AnyOf


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing a query asks for: by the title's own words, the words together, and by any translation.

    `is_aside` says that it follows a word such as "for": kids in "red shoes for kids".
    """

    text: str
    own: Formula
    together: Formula
    translated: Formula
    is_chinese: bool = False
    is_aside: bool = False


@lru_cache(maxsize=1_024)
def understand(text: str, dictionary: Dictionary | None = None) -> tuple[Unit, ...]:
    """The units of a query, at most MOST_UNITS; words such as "for" count only when nothing else is there.

    Kept for a while: the buttons of a search ask for the same text again.
    """
    found = pieces(text[:MOST_CHARACTERS])
    units = tuple(_units(found, dictionary or trade_dictionary()))
    return (tuple(_telling(units)) or units)[:MOST_UNITS]


def terms_in(formula: Formula) -> Iterator[str]:
    """Every term of a formula."""
    if isinstance(formula, str):
        yield formula
        return
    for part in formula.parts:
        yield from terms_in(part)


@lru_cache(maxsize=4_096)
def run_formula(text: str, prefix: str = "") -> Formula:
    """Satisfied by a title that contains the runs of Chinese (every two neighbours) and the words."""
    terms = (bigrams(piece.text) if piece.is_chinese else (piece.joined,) for piece in pieces(text))
    return _all(tuple(prefix + term for term in chain.from_iterable(terms)))


def _telling(units: Iterable[Unit]) -> Iterator[Unit]:
    is_aside = False
    for unit in units:
        is_aside = is_aside or unit.text in _BEFORE_ASIDES
        if unit.text not in _STOP:
            yield replace(unit, is_aside=is_aside)


def _units(found: Sequence[Piece], dictionary: Dictionary) -> Iterator[Unit]:
    words: list[Piece] = []
    for piece in found:
        if not piece.is_chinese and len(piece.parts) == 1:
            words.append(piece)
            continue
        yield from _english_units(words, dictionary)
        words = []
        yield from _chinese_units(piece, dictionary) if piece.is_chinese else [_compound(piece, dictionary)]
    yield from _english_units(words, dictionary)


def _english_units(words: Sequence[Piece], dictionary: Dictionary) -> Iterator[Unit]:
    folded = [piece.joined for piece in words]
    start = 0
    while start < len(words):
        phrase = dictionary.phrase_at(folded, start)
        text = " ".join(piece.text for piece in words[start : start + len(phrase)])
        start += len(phrase)
        yield _phrase_unit(text, phrase, dictionary)


def _phrase_unit(text: str, phrase: Phrase, dictionary: Dictionary) -> Unit:
    own = _all(phrase)
    by_word = _all(tuple(_translated_word(word, dictionary) for word in phrase))
    together = phrase_term(phrase)
    whole = tuple(map(run_formula, dictionary.chinese.get(phrase, ()))) if len(phrase) > 1 else ()
    return Unit(text, own, together, _any((by_word, *whole)))


def _compound(piece: Piece, dictionary: Dictionary) -> Unit:
    own = _any((piece.joined, _all(piece.parts)))
    chinese = tuple(map(run_formula, dictionary.chinese.get(piece.parts, ())))
    return Unit(piece.text, own, own, _any((own, *chinese)))


def _translated_word(word: str, dictionary: Dictionary) -> Formula:
    chinese = dictionary.chinese.get((word,), ())
    return _any((word, GLOSS + word, *map(run_formula, chinese)))


def _chinese_units(piece: Piece, dictionary: Dictionary) -> Iterator[Unit]:
    for part in cut(piece.text, dictionary.english, dictionary.longest_word):
        yield _chinese_unit(part, dictionary)


def words_apart(unit: Unit) -> tuple[Unit, ...]:
    """A phrase as one unit for each of its words; anything else as it is."""
    if unit.is_chinese or " " not in unit.text:
        return (unit,)
    dictionary = trade_dictionary()
    return tuple(
        replace(_phrase_unit(piece.text, (piece.joined,), dictionary), is_aside=unit.is_aside)
        for piece in pieces(unit.text)
        if piece.text not in _STOP
    )


def chinese_unit(word: str) -> Unit:
    """The unit of one Chinese word or stretch."""
    dictionary = trade_dictionary()
    return _chinese_unit(Cut(word, word in dictionary.english), dictionary)


def _chinese_unit(part: Cut, dictionary: Dictionary) -> Unit:
    own = run_formula(part.text)
    english = (_all(phrase) for phrase in dictionary.english.get(part.text, ()))
    gloss = run_formula(part.text, GLOSS)
    translated = _any((own, gloss, *english, *_by_shorter_words(part, dictionary)))
    return Unit(as_written(part.text), own, own, translated, is_chinese=True)


def _by_shorter_words(part: Cut, dictionary: Dictionary) -> Iterator[Formula]:
    """手机壳 also as 手机 and 壳 apart, so that 手机保护壳 is found."""
    if part.is_known and len(part.text) > len("女包"):
        shorter = cut(part.text, dictionary.english, len(part.text) - 1)
        if len(shorter) > 1 and all(piece.is_known for piece in shorter):
            yield _all(tuple(run_formula(piece.text) for piece in shorter))


def _all(parts: tuple[Formula, ...]) -> Formula:
    return parts[0] if len(parts) == 1 else All(parts)


def _any(parts: tuple[Formula, ...]) -> Formula:
    different = tuple(dict.fromkeys(parts))
    return different[0] if len(different) == 1 else AnyOf(different)
