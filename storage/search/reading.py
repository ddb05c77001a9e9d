"""Reading the index's rows: versions, bitmaps and what was indexed of a product."""

import json
import zlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import ColumnElement, any_, func, literal, null, select, union_all
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import ColumnClause

from storage.database import Connection
from storage.sqlite import InPlaceConnection
from storage.tables.search import Term, search_chunks, search_documents, search_postings

Found = Mapping[str, Sequence[BitMap]]
"""The bitmaps of each term, one for each chunk that has it."""


_VERSIONS: Final = select(search_chunks.c.chunk, search_chunks.c.version)


async def read_versions(connection: Connection) -> dict[int, int]:
    """The version of every chunk."""
    rows = await connection.execute(_VERSIONS)
    return {row.chunk: row.version for row in rows}


async def read_postings(
    connection: Connection, terms: Collection[str], chunks: Collection[int]
) -> tuple[dict[int, int], Found]:
    """The version of every chunk, and the bitmaps of the terms in `chunks`: one statement, one snapshot."""
    postings = search_postings.c
    wanted = _among(connection, postings.term, terms) & _among(connection, postings.chunk, chunks)
    statement = union_all(
        select(literal(None, Term).label("term"), search_chunks.c.chunk, search_chunks.c.version, null()),
        select(postings.term, postings.chunk, literal(0), postings.products).where(wanted),
    )
    versions: dict[int, int] = {}
    found: dict[str, list[BitMap]] = defaultdict(list)
    for term, chunk, version, products in await connection.execute(statement):
        if term is None:
            versions[chunk] = version
        else:
            found[term].append(BitMap.deserialize(products))
    return versions, found


async def read_documents(connection: Connection, product_ids: Collection[int]) -> dict[int, frozenset[str]]:
    """The terms by which products are indexed; unknown ids are left out."""
    documents = search_documents.c
    statement = select(documents.product_id, documents.terms)
    rows = await connection.execute(statement.where(_among(connection, documents.product_id, product_ids)))
    return {row.product_id: unpacked(row.terms) for row in rows}


def packed(terms: Collection[str]) -> bytes:
    """Terms as a row of search_documents keeps them."""
    return zlib.compress("\n".join(sorted(terms)).encode(), level=1)


def unpacked(terms: bytes) -> frozenset[str]:
    """What `packed` packed."""
    return frozenset(zlib.decompress(terms).decode().split("\n"))


def _among(connection: Connection, column: ColumnClause[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """One parameter however many values, so that one prepared statement serves all."""
    if isinstance(connection, InPlaceConnection):
        listed = func.json_each(json.dumps(list(values))).table_valued("value")
        return column.in_(select(listed.c.value))
    return column == any_(literal(list(values), ARRAY(column.type)))
