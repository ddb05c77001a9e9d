"""Products like another: those with all words of its title as a search ranks them, then with fewer."""

from collections.abc import Sequence

from pyroaring import BitMap

from language.words_sought import Unit
from storage.search.ladder import climb, least_fitting
from storage.search.matching import tiers
from storage.search.postings import Postings
from storage.search.slices import DEMERIT, in_order


async def most_alike(postings: Postings, units: Sequence[Unit], limit: int) -> list[int]:
    """At most `limit` ids; the word left out next is the least telling one, the thing itself stays last."""
    answer = await climb(postings, units, DEMERIT.terms)
    slices = [postings[term] for term in DEMERIT.terms if postings[term]]
    found: list[int] = []
    left, seen = list(answer.units), BitMap()
    while left and len(found) < limit:
        for tier in tiers(left, postings):
            found += in_order(tier - seen, slices, 0, limit - len(found))
            seen |= tier
        left.remove(least_fitting(left, postings))
    return found
