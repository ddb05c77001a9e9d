"""Keeping the index in step with the products, in the transaction that changes them."""

from array import array
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from pyroaring import BitMap

from domain.catalogue import Product
from storage.database import Connection
from storage.search.entries import entries_of
from storage.search.postings import CHUNK_BITS
from storage.search.reading import read_documents, read_postings
from storage.search.rows import batched, claim_chunk, write_documents, write_postings

Entries = Mapping[int, frozenset[str]]
"""The terms of products by their ids."""
Entering = Callable[[Sequence[int]], Awaitable[Entries]]
Reader = Callable[[Sequence[int]], Awaitable[Sequence[Product]]]

READ_AT_ONCE: Final = 8_192
WRITTEN_AT_ONCE: Final = 10_000
_NOTHING: Final[frozenset[str]] = frozenset()
_EMPTY: Final = BitMap()


async def index_products(connection: Connection, products: Iterable[Product]) -> None:
    """Indexes products that are new or have changed; the more at once, the cheaper each."""
    by_id = {product.id: product for product in products}

    async def read(product_ids: Sequence[int]) -> Sequence[Product]:
        return [by_id[product_id] for product_id in product_ids]

    await index_products_read(connection, by_id, read)


async def index_products_read(connection: Connection, product_ids: Iterable[int], read: Reader) -> None:
    """Indexes products that are read a few at a time, so that any number of them takes little memory."""

    async def entries(members: Sequence[int]) -> Entries:
        return await entries_of(await read(members))

    for chunk, members in _by_chunk(product_ids):
        await _rewrite(connection, (chunk, members), entries)


async def remove_products(connection: Connection, product_ids: Iterable[int]) -> None:
    """Takes products out of the index; unknown ids do no harm."""

    async def nothing(members: Sequence[int]) -> Entries:
        return dict.fromkeys(members, _NOTHING)

    for chunk, members in _by_chunk(product_ids):
        await _rewrite(connection, (chunk, members), nothing)


def _id_lists() -> dict[str, "array[int]"]:
    return defaultdict(lambda: array("I"))


@dataclass(slots=True)
class _Change:
    """For each term the products that gain and lose it."""

    gained: dict[str, "array[int]"] = field(default_factory=_id_lists)
    lost: dict[str, "array[int]"] = field(default_factory=_id_lists)

    def note(self, product_id: int, before: frozenset[str], after: frozenset[str]) -> None:
        """Takes one product's terms before and after the change."""
        for term in after - before if before else after:
            self.gained[term].append(product_id)
        for term in before - after:
            self.lost[term].append(product_id)

    def applied(self, term: str, products: BitMap) -> BitMap:
        """The term's products after the change."""
        return (products | BitMap(self.gained.get(term))) - BitMap(self.lost.get(term))


async def _rewrite(connection: Connection, members: tuple[int, list[int]], entries: Entering) -> None:
    chunk, product_ids = members
    is_known = await claim_chunk(connection, chunk)
    change = _Change()
    for batch in batched(product_ids, READ_AT_ONCE):
        after = await entries(batch)
        before = await read_documents(connection, after) if is_known else {}
        for product_id, terms in after.items():
            change.note(product_id, before.get(product_id, _NOTHING), terms)
        await write_documents(connection, after)
    for touched in batched(change.gained.keys() | change.lost.keys(), WRITTEN_AT_ONCE):
        held = (await read_postings(connection, touched, [chunk]))[1] if is_known else {}
        changed = ((term, change.applied(term, _EMPTY.union(*held.get(term, ())))) for term in touched)
        await write_postings(connection, chunk, changed)


def _by_chunk(product_ids: Iterable[int]) -> list[tuple[int, list[int]]]:
    """Sorted, so that two transactions lock chunks in the same order."""
    chunks: dict[int, list[int]] = defaultdict(list)
    for product_id in product_ids:
        chunks[product_id >> CHUNK_BITS].append(product_id)
    return sorted(chunks.items())
