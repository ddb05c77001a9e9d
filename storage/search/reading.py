"""Reading the index's rows: versions, bitmaps and what was indexed of a product."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from pyroaring import BitMap
from sqlalchemy import literal, null, select, union_all

from storage.among import among
from storage.database import Connection
from storage.plain import Plain
from storage.tables.search import Term, search_chunks, search_documents, search_postings

Found = Mapping[str, Sequence[BitMap]]
"""The bitmaps of each term, one for each chunk that has it."""

_postings = search_postings.c
_documents = search_documents.c
_VERSIONS: Final = Plain(select(search_chunks.c.chunk, search_chunks.c.version))
_VERSIONS_AND_POSTINGS: Final = Plain(
    union_all(
        select(literal(None, Term).label("term"), search_chunks.c.chunk, search_chunks.c.version, null()),
        select(_postings.term, _postings.chunk, literal(0), _postings.products).where(
            among(_postings.term, "terms"), among(_postings.chunk, "chunks")
        ),
    )
)
_DOCUMENTS: Final = Plain(
    select(_documents.product_id, _documents.terms).where(among(_documents.product_id, "ids"))
)


async def read_versions(connection: Connection) -> dict[int, int]:
    """The version of every chunk."""
    rows = await connection.execute(_VERSIONS)
    return {row.chunk: row.version for row in rows}


async def read_postings(
    connection: Connection, terms: Collection[str], chunks: Collection[int]
) -> tuple[dict[int, int], Found]:
    """The version of every chunk, and the bitmaps of the terms in `chunks`: one statement, one snapshot."""
    versions: dict[int, int] = {}
    found: dict[str, list[BitMap]] = defaultdict(list)
    rows = await connection.execute(_VERSIONS_AND_POSTINGS, {"terms": terms, "chunks": chunks})
    for term, chunk, version, products in rows:
        if term is None:
            versions[chunk] = version
        else:
            found[term].append(BitMap.deserialize(products))
    return versions, found


async def read_documents(connection: Connection, product_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The terms by which products are indexed; unknown ids are left out."""
    rows = await connection.execute(_DOCUMENTS, {"ids": product_ids})
    return {row.product_id: unpacked(row.terms) for row in rows}


def packed(terms: Collection[str]) -> bytes:
    """Terms as a row of search_documents keeps them."""
    return zlib.compress("\n".join(sorted(terms)).encode(), level=1)


def unpacked(terms: bytes) -> frozenset[str]:
    """What `packed` packed."""
    return frozenset(zlib.decompress(terms).decode().split("\n"))
