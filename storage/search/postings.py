"""The bitmaps of terms as one transaction sees them: cached ones, and from the database what changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from pyroaring import BitMap

from storage.database import Connection
from storage.search.cache import BitmapCache, Kept, Versions
from storage.search.reading import read_postings, read_versions

CHUNK_BITS: Final = 16
ATTEMPTS: Final = 3
"""How often a search starts again when the index changes under it; then it takes what it has."""
_NOTHING: Final = Kept(BitMap(), {}, 0)


class Postings(Mapping[str, BitMap]):
    """The bitmaps loaded so far, by term; a term that no product has is an empty one. Never change them."""

    def __init__(self, connection: Connection, cache: BitmapCache) -> None:
        self._connection = connection
        self._cache = cache
        self._versions: Versions = {}
        self._held: dict[str, Kept] = {}

    def __getitem__(self, term: str) -> BitMap:
        return self._held[term].products

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    async def begin(self) -> None:
        """Reads which versions of the chunks this search is to see."""
        self._versions = self._cache.interned(await read_versions(self._connection))

    async def load(self, terms: Iterable[str]) -> None:
        """Loads the terms, and those loaded before again if the index has changed in between."""
        wanted = {*terms, *self._held}
        for _ in range(ATTEMPTS):
            stale = self._stale(wanted)
            for chunks, group in stale.items():
                await self._read(group, chunks)
            if not stale:
                break

    def _stale(self, wanted: Collection[str]) -> Mapping[frozenset[int], list[str]]:
        stale: dict[frozenset[int], list[str]] = defaultdict(list)
        for term in wanted:
            kept = self._held[term] = self._held.get(term) or self._cache.get(term) or _NOTHING
            if kept.versions is not self._versions and (changed := kept.stale(self._versions)):
                stale[changed].append(term)
        return stale

    async def _read(self, terms: Collection[str], chunks: frozenset[int]) -> None:
        versions, found = await read_postings(self._connection, terms, chunks)
        self._versions = self._cache.interned(versions)
        read = {chunk: version for chunk, version in versions.items() if chunk in chunks}
        for term in terms:
            before = self._held[term]
            kept = {chunk: version for chunk, version in before.versions.items() if chunk not in chunks}
            products = _without(before.products, chunks).union(*found.get(term, ()))
            label = self._same_as_current({**kept, **read})
            self._held[term] = self._cache.put(term, products, label)

    def _same_as_current(self, versions: Versions) -> Versions:
        return self._versions if versions == self._versions else versions


def _without(products: BitMap, chunks: Iterable[int]) -> BitMap:
    rest = products.copy()
    for chunk in chunks if products else ():
        rest.remove_range(chunk << CHUNK_BITS, (chunk + 1) << CHUNK_BITS)
    return rest
