"""Keeping the index in step with the products, in the transaction that changes them."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from pyroaring import BitMap

from domain.catalogue import Product
from storage.database import Connection
from storage.search.entries import entries_of
from storage.search.postings import CHUNK_BITS
from storage.search.reading import read_documents, read_postings
from storage.search.rows import claim_chunk, write_documents, write_postings

Value = TypeVar("Value")
_NOTHING: Final[frozenset[str]] = frozenset()
_EMPTY: Final = BitMap()


async def index_products(connection: Connection, products: Sequence[Product]) -> None:
    """Indexes products that are new or have changed; the more at once, the cheaper each."""
    for chunk, members in _by_chunk(products, lambda product: product.id):
        await _rewrite(connection, chunk, await entries_of(members))


async def remove_products(connection: Connection, product_ids: Collection[int]) -> None:
    """Takes products out of the index; unknown ids do no harm."""
    for chunk, members in _by_chunk(product_ids, int):
        await _rewrite(connection, chunk, dict.fromkeys(members, _NOTHING))


def _id_lists() -> dict[str, "array[int]"]:
    return defaultdict(lambda: array("I"))


@dataclass(slots=True)
class _Change:
    """For each term the products that gain and lose it."""

    gained: dict[str, "array[int]"] = field(default_factory=_id_lists)
    lost: dict[str, "array[int]"] = field(default_factory=_id_lists)

    def note(self, product_id: int, before: frozenset[str], after: frozenset[str]) -> None:
        """Takes one product's terms before and after the change."""
        for term in after - before:
            self.gained[term].append(product_id)
        for term in before - after:
            self.lost[term].append(product_id)

    def applied(self, term: str, products: BitMap) -> BitMap:
        """The term's products after the change."""
        return (products | BitMap(self.gained.get(term))) - BitMap(self.lost.get(term))


async def _rewrite(connection: Connection, chunk: int, after: Mapping[int, frozenset[str]]) -> None:
    is_known = await claim_chunk(connection, chunk)
    before = await read_documents(connection, after) if is_known else {}
    change = _Change()
    for product_id, terms in after.items():
        change.note(product_id, before.get(product_id, _NOTHING), terms)
    touched = change.gained.keys() | change.lost.keys()
    held = (await read_postings(connection, touched, [chunk]))[1] if is_known else {}
    changed = ((term, change.applied(term, _EMPTY.union(*held.get(term, ())))) for term in touched)
    await write_postings(connection, chunk, changed)
    await write_documents(connection, after)


def _by_chunk(values: Iterable[Value], id_of: Callable[[Value], int]) -> list[tuple[int, list[Value]]]:
    """Sorted, so that two transactions lock chunks in the same order."""
    chunks: dict[int, list[Value]] = defaultdict(list)
    for value in values:
        chunks[id_of(value) >> CHUNK_BITS].append(value)
    return sorted(chunks.items(), key=lambda pair: pair[0])
