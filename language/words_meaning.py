"""What a title in one language means in the other, as terms that stand in for the missing title."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from language.dictionary import trade_dictionary
from language.words import Piece, bigrams
from language.words_gloss import chinese_glosses, english_glosses
from language.words_sought import GLOSS

Pieces = Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Meanings:
    """English glosses of Chinese words, and Chinese ones of English words."""

    english: dict[str, set[str]] = field(default_factory=dict)
    chinese: dict[str, set[str]] = field(default_factory=dict)

    def terms(self, english: Pieces, chinese: Pieces) -> Iterator[str]:
        """The terms for whichever title is empty; none when the product has both."""
        if not english:
            for word in _chinese_words(chinese):
                yield from (GLOSS + gloss for gloss in self.english.get(word, ()))
        if not chinese:
            for word in chain.from_iterable(piece.parts for piece in english):
                glosses = self.chinese.get(word, ())
                yield from (GLOSS + pair for gloss in glosses for pair in (*gloss, *bigrams(gloss)))


def meanings_of(titles: Collection[tuple[Pieces, Pieces]]) -> Meanings:
    """The meanings of titles (English, Chinese) that lack one language.

    Words of the trade dictionary are left to the search itself; others cost half a second, once for all.
    """
    known = trade_dictionary()
    chinese = {word for english, runs in titles if not english for word in _chinese_words(runs)}
    chinese -= known.english.keys()
    words = {part for english, runs in titles if not runs for piece in english for part in piece.parts}
    words -= {phrase[0] for phrase in known.chinese if len(phrase) == 1}
    return Meanings(
        english=english_glosses(chinese) if chinese else {}, chinese=chinese_glosses(words) if words else {}
    )


def _chinese_words(found: Pieces) -> Iterator[str]:
    import rjieba  # 30 MB and 0.2 s: only a catalogue with one-language titles needs it

    for piece in found:
        if piece.is_chinese:
            yield from (word for word in rjieba.cut_for_search(piece.text) if len(word) > 1)
