"""Down the ladder when nothing has every word: unknown runs are cut, then words are left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from pyroaring import BitMap

from language.dictionary import trade_dictionary
from language.words import bigrams, is_chinese
from language.words_sought import Unit, chinese_unit, terms_in, words_apart
from storage.search.entries import EVERY
from storage.search.matching import satisfying, tiers
from storage.search.postings import Postings


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, the units that something has together, those left out, those nothing has at all.

    `found` are the products that have the units, by tiers as matching.tiers makes them.
    """

    asked: tuple[Unit, ...]
    units: tuple[Unit, ...]
    found: tuple[BitMap, ...]
    dropped: tuple[Unit, ...] = ()
    unknown: tuple[Unit, ...] = ()


async def climb(postings: Postings, units: Sequence[Unit], also: Iterable[str] = ()) -> Answer:
    """The most of a query that something satisfies; loads its terms and the terms `also`."""
    await postings.load({EVERY, *also, *unit_terms(units)})
    found = tiers(units, postings)
    if found[-1]:
        return Answer(tuple(units), tuple(units), tuple(found))
    apart = await _in_words(postings, units)
    parts = await _in_stretches(postings, apart)
    unknown = tuple(unit for unit in apart if not _finds(unit, postings))
    kept = [part for part in parts if _finds(part, postings)]
    dropped = [part for part in parts if part not in kept]
    while kept and not (found := tiers(kept, postings))[-1]:
        dropped.append(least_fitting(kept, postings))
        kept.remove(dropped[-1])
    return Answer(tuple(apart), tuple(kept), tuple(found) if kept else (), tuple(dropped), unknown)


def unit_terms(units: Iterable[Unit]) -> Iterator[str]:
    """The terms of the units' formulas."""
    for unit in units:
        yield from chain(terms_in(unit.together), terms_in(unit.own), terms_in(unit.translated))


def _finds(unit: Unit, postings: Postings) -> bool:
    return bool(satisfying(unit.translated, postings))


def least_fitting(units: Sequence[Unit], postings: Postings) -> Unit:
    """What to leave out next: of those without which the rest finds something, or of all, the least telling.

    That is the one that goes with the fewest others. Among equals go first what follows a "for" or "with" and
    figures such as 500ml, then what is named first: the thing itself is named last.
    """
    found = [satisfying(unit.translated, postings) for unit in units]
    partners = [sum(map(products.intersect, found)) for products in found]
    telling = [number for number in range(len(units)) if _others_find(found, number)]
    return units[min(telling or range(len(units)), key=lambda n: (partners[n], not _only_narrows(units[n])))]


def _only_narrows(unit: Unit) -> bool:
    return unit.is_aside or any(character.isdigit() for character in unit.text)


def _others_find(found: Sequence[BitMap], left_out: int) -> bool:
    others = [*found[:left_out], *found[left_out + 1 :]]
    return bool(others) and bool(others[0].intersection(*others[1:]))


async def _in_words(postings: Postings, units: Sequence[Unit]) -> list[Unit]:
    """Units with each phrase that nothing has in its words."""
    apart = [words_apart(unit) if not _finds(unit, postings) else (unit,) for unit in units]
    await postings.load(unit_terms(chain.from_iterable(apart)))
    return list(chain.from_iterable(apart))


async def _in_stretches(postings: Postings, units: Sequence[Unit]) -> list[Unit]:
    """Units with each unknown run of Chinese in the longest stretches that some title contains."""
    runs = [unit.text for unit in units if _is_unknown_run(unit, postings)]
    await postings.load(chain.from_iterable((*run, *bigrams(run)) for run in runs))
    cut = {run: [chinese_unit(part) for part in _stretches(run, postings)] for run in runs}
    await postings.load(unit_terms(chain.from_iterable(cut.values())))
    return list(chain.from_iterable(cut.get(unit.text, [unit]) for unit in units))


def _is_unknown_run(unit: Unit, postings: Postings) -> bool:
    return is_chinese(unit.text) and not _finds(unit, postings)


def _stretches(run: str, postings: Postings) -> list[str]:
    """曼陀罗花束 is 曼陀罗 and 花束 when no title has 罗花: the catalogue is the dictionary.

    Characters left alone say too little, unless they are words of the trade.
    """
    found: list[str] = []
    holders = postings[run[0]]
    start = 0
    for end in range(1, len(run)):
        longer = holders & postings[run[end - 1 : end + 1]]
        if not longer:
            found.append(run[start:end])
            start = end
        holders = longer or postings[run[end]]
    stretches = [*found, run[start:]]
    words = trade_dictionary().english
    return [part for part in stretches if len(part) > 1 or part in words] or [run]
