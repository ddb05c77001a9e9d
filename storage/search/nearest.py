"""The nearest words when a search finds nothing for a word: botle is offered as bottle."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from language.dictionary import trade_dictionary
from language.words_sought import Unit, understand
from storage.database import Connection
from storage.search.ladder import Answer, unit_terms
from storage.search.matching import tiers
from storage.search.postings import Postings
from storage.search.vocabulary import terms_beginning

MOST_SUGGESTIONS: Final = 3
_MOST_CORRECTED: Final = 3
_CANDIDATES: Final = 8
_LETTERS_OF_MISTAKES: Final = (1, 6, 10)
"""From how many letters on a word may have one mistake, two, three."""


async def nearest_queries(connection: Connection, postings: Postings, answer: Answer) -> tuple[str, ...]:
    """The query with its unknown words made the nearest ones: all at once, then one alone, the most first.

    Each finds something.
    """
    found: dict[str, int] = {}
    best: dict[str, str] = {}
    for unit in answer.unknown[:_MOST_CORRECTED]:
        for words in await _nearest(connection, unit):
            texts = {_corrected(answer, {unit.text: word}): word for word in words}
            counts = {text: count for text in texts if (count := await _count(postings, text))}
            found.update(counts)
            if counts:
                best[unit.text] = texts[max(counts, key=lambda text: counts[text])]
                break
    together = _corrected(answer, best)
    if len(best) > 1 and (count := await _count(postings, together)):
        found = {together: count} | found
    return tuple(sorted(found, key=lambda text: (text != together, -found[text])))[:MOST_SUGGESTIONS]


def _corrected(answer: Answer, words: Mapping[str, str]) -> str:
    """The query with these words in the place of wrong ones, and without the other unknown ones."""
    unknown = {unit.text for unit in answer.unknown}
    kept = [unit.text for unit in answer.asked if unit.text in words or unit.text not in unknown]
    return " ".join(words.get(text, text) for text in kept)


async def _count(postings: Postings, text: str) -> int:
    units = understand(text)
    await postings.load(unit_terms(units))
    return len(tiers(units, postings)[-1])


async def _nearest(connection: Connection, unit: Unit) -> list[list[str]]:
    """Words of the dictionary and of the catalogue, those with the fewest letters wrong first."""
    # Imported by the first search that finds nothing: it takes two megabytes, and most find something.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    listed = await terms_beginning(connection, unit.text[0])
    words = (term for term in listed if len(term) > 1 and "_" not in term)
    choices = list(dict.fromkeys(chain(_dictionary_words(unit), words)))
    spelt = unit.own if isinstance(unit.own, str) else unit.text
    most = sum(len(spelt) >= letters for letters in _LETTERS_OF_MISTAKES)
    near = process.extract(spelt, choices, scorer=OSA.distance, limit=_CANDIDATES, score_cutoff=most)
    written = trade_dictionary().written
    by_mistakes: dict[int, list[str]] = {}
    for word, mistakes, _ in near:
        by_mistakes.setdefault(int(mistakes), []).append(written.get((word,), word))
    return list(by_mistakes.values())


def _dictionary_words(unit: Unit) -> Iterator[str]:
    dictionary = trade_dictionary()
    if unit.is_chinese:
        return (word for word in dictionary.english if len(word) > 1)
    return chain.from_iterable(dictionary.chinese)
