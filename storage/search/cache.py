"""Bitmaps kept between searches of this process, each with the versions of the chunks it was read from."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyroaring import BitMap

Versions = Mapping[int, int]
"""The version of each chunk. Versions are random, so bitmaps of two databases are never mistaken."""

MOST_BYTES: Final = 32 * 1024 * 1024
_OVERHEAD_BYTES: Final = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """A term's products as of `versions`; `size` is the bytes it takes."""

    products: BitMap
    versions: Versions
    size: int

    def stale(self, versions: Versions) -> frozenset[int]:
        """The chunks that changed, came or went since."""
        chunks = versions.keys() | self.versions.keys()
        return frozenset(chunk for chunk in chunks if versions.get(chunk) != self.versions.get(chunk))


class BitmapCache:
    """The bitmaps used last, up to a number of bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._versions: Versions = {}

    def interned(self, versions: Versions) -> Versions:
        """The same versions as one object, so that an unchanged index is recognised by identity."""
        if versions != self._versions:
            self._versions = versions
        return self._versions

    def get(self, term: str) -> Kept | None:
        """What is kept of a term, now the last used."""
        kept = self._kept.get(term)
        if kept is not None:
            self._kept.move_to_end(term)
        return kept

    def put(self, term: str, products: BitMap, versions: Versions) -> Kept:
        """Keeps a term's products, and forgets what was used longest ago when there is no room."""
        self._forget(term)
        kept = Kept(products, versions, _size(products))
        self._kept[term] = kept
        self.bytes += kept.size
        while self.bytes > self.most_bytes and self._kept:
            self._forget(next(iter(self._kept)))
        return kept

    def _forget(self, term: str) -> None:
        kept = self._kept.pop(term, None)
        self.bytes -= kept.size if kept else 0


def _size(products: BitMap) -> int:
    held = products.get_statistics()
    containers = held["n_bytes_array_containers"] + held["n_bytes_run_containers"]
    return containers + held["n_bytes_bitset_containers"] + _OVERHEAD_BYTES


PROCESS_CACHE: Final = BitmapCache()
"""Shared by all searches of this process."""
