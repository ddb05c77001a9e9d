"""The trade dictionary: what wholesale buyers call things in English and in Chinese."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from language.words import is_chinese, pieces
from language.words_english import fold_word

Phrase = tuple[str, ...]
"""Folded English words in their order."""

_FILE: Final = "dictionary.tsv"
_BETWEEN: Final = "|"
_READ_ONLY: Final = "<"


class Dictionary:
    """Translations both ways; the data file has one meaning a line: English words, a tab, Chinese words.

    A Chinese word after "<" is only read, never searched for: 包 means bag, but is in too many other words.
    `written` has for every folded English phrase how a person writes it.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.chinese: dict[Phrase, tuple[str, ...]] = {}
        self.english: dict[str, tuple[Phrase, ...]] = {}
        self.written: dict[Phrase, str] = {}
        for english, chinese in map(_entry, lines):
            searched = [_run(word) for word in chinese if not word.startswith(_READ_ONLY)]
            for phrase, written in english.items():
                self.written.setdefault(phrase, written)
                self.chinese[phrase] = (*self.chinese.get(phrase, ()), *searched)
            for word in map(_run, chinese):
                self.english[word] = (*self.english.get(word, ()), *english)
        self._beginnings = {phrase[0] for phrase in self.chinese if len(phrase) > 1}
        self.longest_phrase = max(map(len, self.chinese), default=1)
        self.longest_word = max(map(len, self.english), default=1)

    def phrase_at(self, words: Sequence[str], start: int) -> Phrase:
        """The longest known phrase that begins at `start`; an unknown word is a phrase of its own."""
        for length in range(min(self.longest_phrase, len(words) - start), 1, -1):
            phrase = tuple(words[start : start + length])
            if phrase in self.chinese:
                return phrase
        return (words[start],)

    def phrases_in(self, words: Sequence[str]) -> Iterator[Phrase]:
        """Every known phrase of two words or more, as they may overlap."""
        beginnings = (start for start, word in enumerate(words) if word in self._beginnings)
        for start in beginnings:
            for length in range(2, min(self.longest_phrase, len(words) - start) + 1):
                phrase = tuple(words[start : start + length])
                if phrase in self.chinese:
                    yield phrase


def phrase_term(phrase: Phrase) -> str:
    """The index term of words that stand together."""
    return "_".join(phrase)


@cache
def trade_dictionary() -> Dictionary:
    """The dictionary of the project, read once."""
    return Dictionary(files("language").joinpath(_FILE).read_text(encoding="utf-8").splitlines())


def _entry(line: str) -> tuple[dict[Phrase, str], list[str]]:
    english, _, chinese = line.partition("\t")
    phrases = {_phrase(written): written for written in reversed(english.split(_BETWEEN))}
    return phrases, chinese.split(_BETWEEN)


def _phrase(text: str) -> Phrase:
    words = text.split()
    if text.islower() and all(map(str.isalpha, words)):
        return tuple(map(fold_word, words))
    return tuple(part for piece in pieces(text) for part in piece.parts)


def _run(text: str) -> str:
    if is_chinese(text):
        return text
    return "".join(piece.text for piece in pieces(text))
