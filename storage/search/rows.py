"""Writing the index's rows."""

import secrets
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import TextClause, select, text

from storage.database import Connection
from storage.search.reading import packed
from storage.tables.search import search_chunks

_BATCH: Final = 5_000
"""Rows written by one statement."""
_VERSION_BITS: Final = 63

_CLAIM: Final = text(
    "INSERT INTO search_chunks (chunk, version) VALUES (:chunk, :version)"
    " ON CONFLICT (chunk) DO UPDATE SET version = excluded.version"
)
_PUT: Final = text(
    "INSERT INTO search_postings (term, chunk, products) VALUES (:term, :chunk, :products)"
    " ON CONFLICT (term, chunk) DO UPDATE SET products = excluded.products"
)
_DROP: Final = text("DELETE FROM search_postings WHERE term = :term AND chunk = :chunk")
_NOTE: Final = text(
    "INSERT INTO search_documents (product_id, terms) VALUES (:product, :terms)"
    " ON CONFLICT (product_id) DO UPDATE SET terms = excluded.terms"
)
_FORGET: Final = text("DELETE FROM search_documents WHERE product_id = :product")


async def claim_chunk(connection: Connection, chunk: int) -> bool:
    """Gives the chunk a new version, which locks it for this transaction; says whether it was known."""
    known = await connection.execute(select(search_chunks.c.chunk).where(search_chunks.c.chunk == chunk))
    is_known = known.first() is not None
    await connection.execute(_CLAIM, {"chunk": chunk, "version": secrets.randbits(_VERSION_BITS)})
    return is_known


async def write_postings(connection: Connection, chunk: int, bitmaps: Iterable[tuple[str, BitMap]]) -> None:
    """Replaces the bitmaps of terms in a chunk; an empty one leaves no row."""
    puts: list[dict[str, Any]] = []
    drops: list[dict[str, Any]] = []
    for term, products in bitmaps:
        row = {"term": term, "chunk": chunk}
        if products:
            puts.append({**row, "products": products.serialize()})
        else:
            drops.append(row)
    await _in_batches(connection, _PUT, puts)
    await _in_batches(connection, _DROP, drops)


async def write_documents(connection: Connection, entries: Mapping[int, frozenset[str]]) -> None:
    """Replaces what was indexed of products; one without terms leaves no row."""
    notes = ({"product": product, "terms": packed(terms)} for product, terms in entries.items() if terms)
    forgotten = ({"product": product} for product, terms in entries.items() if not terms)
    await _in_batches(connection, _NOTE, notes)
    await _in_batches(connection, _FORGET, forgotten)


async def _in_batches(connection: Connection, statement: TextClause, rows: Iterable[dict[str, Any]]) -> None:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        await connection.execute(statement, batch)
