"""Answering searches from the index, within the running transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from pyroaring import BitMap

from language.words_sought import understand
from services.searching import PAGE_SIZE, SearchPage, SearchQuery, Sort
from storage.database import Connection
from storage.search.alike import most_alike
from storage.search.cache import PROCESS_CACHE, BitmapCache
from storage.search.entries import PROVINCES
from storage.search.ladder import Answer, climb
from storage.search.matching import filter_terms, filtered
from storage.search.nearest import nearest_queries
from storage.search.postings import Postings
from storage.search.slices import DEMERIT, MOQ, PRICE, in_order
from storage.search.vocabulary import terms_beginning

_MEASURES: Final = {Sort.RELEVANCE: DEMERIT, Sort.PRICE: PRICE, Sort.MOQ: MOQ}


@dataclass(frozen=True, slots=True)
class _Result:
    """What was found: groups in the order of relevance that share no product, filtered."""

    answer: Answer
    groups: tuple[BitMap, ...]
    unfiltered: int

    @property
    def count(self) -> int:
        return sum(map(len, self.groups))


class SearchIndex:
    """The port services.searching.ProductSearch, as the transaction of `connection` sees the index."""

    def __init__(self, connection: Connection, cache: BitmapCache = PROCESS_CACHE) -> None:
        self._connection = connection
        self._cache = cache

    async def find(self, query: SearchQuery) -> SearchPage:
        """Answers a search; see SearchPage.

        - every word must be in the product, by itself or by a translation; signs alone find nothing;
        - when nothing has them all, words are left out until something is found, and `dropped` names them;
        - relevance: the words together, then all of them in the title, then by translation; among equals
          better standing first, then a picture, both languages, the shorter title;
        - a page beyond the last shows the last.
        """
        postings = Postings(self._connection, self._cache)
        result = await self._result(postings, query)
        if query.text.strip() and not (result.answer.units or result.answer.dropped):
            return SearchPage()
        page = max(1, min(query.page, -(-result.count // PAGE_SIZE)))
        return SearchPage(
            product_ids=tuple(_ids(result, query.sort, (page - 1) * PAGE_SIZE, postings)),
            count=result.count,
            page=page,
            words=tuple(unit.text for unit in result.answer.units),
            dropped=tuple(unit.text for unit in result.answer.dropped),
            suggestions=await nearest_queries(self._connection, postings, result.answer),
            unfiltered=result.unfiltered,
        )

    async def origins(self, query: SearchQuery) -> Sequence[tuple[str, int]]:
        """Provinces of what the query finds when its own province is ignored, with counts, largest first."""
        postings = Postings(self._connection, self._cache)
        anywhere = replace(query, filters=replace(query.filters, province=""))
        result = await self._result(postings, anywhere)
        provinces = await terms_beginning(self._connection, PROVINCES)
        await postings.load(provinces)
        found = BitMap().union(*result.groups)
        counts = [
            (term.removeprefix(PROVINCES), found.intersection_cardinality(postings[term]))
            for term in provinces
        ]
        return sorted((pair for pair in counts if pair[1]), key=lambda pair: (-pair[1], pair[0]))

    async def alike(self, text: str, limit: int) -> Sequence[int]:
        """Products like what the text names, most alike first; fewer and fewer of its words must be there.

        Among those with the same words stand first those that should among equal results of a search.
        """
        postings = Postings(self._connection, self._cache)
        await postings.begin()
        return await most_alike(postings, understand(text), limit)

    async def _result(self, postings: Postings, query: SearchQuery) -> _Result:
        await postings.begin()
        also = {*filter_terms(query.filters), *_MEASURES[query.sort].terms, *DEMERIT.terms}
        answer = await climb(postings, understand(query.text), also)
        found = answer.found
        if not found:
            return _Result(answer, (), 0)
        passed = filtered(found[-1], query.filters, postings)
        groups = (
            inner & passed if outer is None else (inner - outer) & passed for outer, inner in _rings(found)
        )
        return _Result(answer, tuple(groups), len(found[-1]))


def _rings(found: Sequence[BitMap]) -> Sequence[tuple[BitMap | None, BitMap]]:
    return list(zip((None, *found), found, strict=False))


def _ids(result: _Result, sort: Sort, skip: int, postings: Postings) -> list[int]:
    ordered = result.groups if sort is Sort.RELEVANCE else (BitMap().union(*result.groups),)
    terms = dict.fromkeys((*_MEASURES[sort].terms, *DEMERIT.terms))
    slices = [postings[term] for term in terms if postings[term]]
    found: list[int] = []
    for group in ordered:
        found += in_order(group, slices, max(skip, 0), PAGE_SIZE - len(found))
        skip -= len(group)
    return found
