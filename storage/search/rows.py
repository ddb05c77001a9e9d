"""Writing the index's rows, many with one statement: arrays on PostgreSQL, prepared once on SQLite."""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from pyroaring import BitMap
from sqlalchemy import BigInteger, Integer, LargeBinary, Text, TextClause, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from storage.database import Connection
from storage.search.reading import packed
from storage.sqlite import InPlaceConnection
from storage.tables.search import search_chunks

Row = dict[str, Any]
Value = TypeVar("Value")
Statements = tuple[TextClause, TextClause]
"""The same for SQLite, run for each row, and for PostgreSQL, run for all."""

_VERSION_BITS: Final = 63

_CLAIM: Final = text(
    "INSERT INTO search_chunks (chunk, version) VALUES (:chunk, :version)"
    " ON CONFLICT (chunk) DO UPDATE SET version = excluded.version"
)
_PUT: Final = (
    text(
        "INSERT INTO search_postings (term, chunk, products) VALUES (:term, :chunk, :products)"
        " ON CONFLICT (term, chunk) DO UPDATE SET products = excluded.products"
    ),
    text(
        "INSERT INTO search_postings (term, chunk, products) SELECT * FROM unnest(:term, :chunk, :products)"
        " ON CONFLICT (term, chunk) DO UPDATE SET products = excluded.products"
    ),
)
_DROP: Final = (
    text("DELETE FROM search_postings WHERE term = :term AND chunk = :chunk"),
    text("DELETE FROM search_postings WHERE (term, chunk) IN (SELECT * FROM unnest(:term, :chunk))"),
)
_NOTE: Final = (
    text(
        "INSERT INTO search_documents (product_id, terms) VALUES (:product, :terms)"
        " ON CONFLICT (product_id) DO UPDATE SET terms = excluded.terms"
    ),
    text(
        "INSERT INTO search_documents (product_id, terms) SELECT * FROM unnest(:product, :terms)"
        " ON CONFLICT (product_id) DO UPDATE SET terms = excluded.terms"
    ),
)
_FORGET: Final = (
    text("DELETE FROM search_documents WHERE product_id = :product"),
    text("DELETE FROM search_documents WHERE product_id = ANY(:product)"),
)
_ARRAYS: Final[dict[str, ARRAY[Any]]] = {
    "term": ARRAY(Text),
    "chunk": ARRAY(Integer),
    "products": ARRAY(LargeBinary),
    "product": ARRAY(BigInteger),
    "terms": ARRAY(LargeBinary),
}


async def claim_chunk(connection: Connection, chunk: int) -> bool:
    """Gives the chunk a new version, which locks it for this transaction; says whether it was known."""
    known = await connection.execute(select(search_chunks.c.chunk).where(search_chunks.c.chunk == chunk))
    is_known = known.first() is not None
    await connection.execute(_CLAIM, {"chunk": chunk, "version": secrets.randbits(_VERSION_BITS)})
    return is_known


async def write_postings(connection: Connection, chunk: int, bitmaps: Iterable[tuple[str, BitMap]]) -> None:
    """Replaces the bitmaps of some terms in a chunk; an empty one leaves no row."""
    puts: list[Row] = []
    drops: list[Row] = []
    for term, products in bitmaps:
        row = {"term": term, "chunk": chunk}
        if products:
            puts.append({**row, "products": products.serialize()})
        else:
            drops.append(row)
    await _run_for(connection, _PUT, puts)
    await _run_for(connection, _DROP, drops)


async def write_documents(connection: Connection, entries: Mapping[int, frozenset[str]]) -> None:
    """Replaces what was indexed of products; one without terms leaves no row."""
    notes = [{"product": product, "terms": packed(terms)} for product, terms in entries.items() if terms]
    forgotten = [{"product": product} for product, terms in entries.items() if not terms]
    await _run_for(connection, _NOTE, notes)
    await _run_for(connection, _FORGET, forgotten)


async def _run_for(connection: Connection, statements: Statements, rows: Sequence[Row]) -> None:
    each, every = statements
    if not rows:
        return
    if isinstance(connection, InPlaceConnection):
        # Beneath SQLAlchemy, which spends on a row's parameters what SQLite spends on the row.
        connection.driver.executemany(each.text, rows)
        return
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    typed = every.bindparams(*(bindparam(name, type_=_ARRAYS[name]) for name in columns))
    await connection.execute(typed, columns)


def batched(values: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """The values in lists of `size`, the last one shorter."""
    waiting = iter(values)
    while batch := list(islice(waiting, size)):
        yield batch
