"""Products like another: those with all words of its title, then with fewer and fewer of them."""

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
        new = tiers(left, postings)[-1] - seen
        found += in_order(new, slices, 0, limit - len(found))
        seen |= new
        left.remove(least_fitting(left, postings))
    return found
