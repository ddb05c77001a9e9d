"""Whether index and products agree: looked through chunk by chunk, in many short transactions."""

from array import array
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from pyroaring import BitMap
from sqlalchemy import func, select, union_all

from domain.catalogue import Product
from storage.catalogue import LISTED, product_of
from storage.database import Connection, Database
from storage.search.entries import entries_of
from storage.search.postings import CHUNK_BITS
from storage.search.reading import unpacked
from storage.tables.catalogue import products
from storage.tables.search import search_chunks, search_documents, search_postings

READ_AT_ONCE: Final = 8_192
TERMS_AT_ONCE: Final = 4_096
ATTEMPTS: Final = 3
"""How often a chunk is looked through again because an import changed it meanwhile."""

Terms = dict[int, frozenset[str]]
Filed = dict[str, "array[int]"]


@dataclass(slots=True)
class ChunkFindings:
    """Ids that are wrong: product and document differ, no product any more, postings and document differ."""

    outdated: BitMap = field(default_factory=BitMap)
    gone: BitMap = field(default_factory=BitMap)
    misfiled: BitMap = field(default_factory=BitMap)


async def examine_chunks(database: Database) -> AsyncIterator[ChunkFindings]:
    """Each chunk's findings; memory holds the terms of one chunk of 65,536 ids, whatever there is in all."""
    chunk = await database.run(partial(_chunk_from, least=0))
    while chunk is not None:
        yield await _examined(database, chunk)
        chunk = await database.run(partial(_chunk_from, least=chunk + 1))


async def _chunk_from(connection: Connection, least: int) -> int | None:
    """The first chunk from `least` on of which there is anything."""
    firsts = union_all(
        select(func.min(products.c.id).label("id")).where(products.c.id >= least << CHUNK_BITS),
        select(func.min(search_documents.c.product_id)).where(
            search_documents.c.product_id >= least << CHUNK_BITS
        ),
        select(func.min(search_postings.c.chunk) * (1 << CHUNK_BITS)).where(search_postings.c.chunk >= least),
    ).subquery()
    first: int | None = (await connection.execute(select(func.min(firsts.c.id)))).scalar_one()
    return None if first is None else first >> CHUNK_BITS


async def _examined(database: Database, chunk: int) -> ChunkFindings:
    findings = ChunkFindings()
    for _ in range(ATTEMPTS):
        version = await database.run(partial(_version, chunk=chunk))
        findings = ChunkFindings()
        await _compare_postings(database, chunk, findings, await _filed(database, chunk, findings))
        if version == await database.run(partial(_version, chunk=chunk)):
            break
    return findings


async def _version(connection: Connection, chunk: int) -> int | None:
    query = select(search_chunks.c.version).where(search_chunks.c.chunk == chunk)
    return (await connection.execute(query)).scalar_one_or_none()


async def _filed(database: Database, chunk: int, findings: ChunkFindings) -> Filed:
    """Compares products with documents; returns which ids each term should find, by the documents."""
    filed: Filed = defaultdict(lambda: array("I"))
    end = (chunk + 1) << CHUNK_BITS
    for start in range(chunk << CHUNK_BITS, end, READ_AT_ONCE):
        listed, written = await database.run(partial(_read, start=start))
        today = await entries_of(listed)
        findings.outdated.update(id for id, terms in today.items() if written.get(id, frozenset()) != terms)
        findings.gone.update(written.keys() - today.keys())
        for product_id, terms in written.items():
            for term in terms:
                filed[term].append(product_id)
    return filed


async def _read(connection: Connection, start: int) -> tuple[list[Product], Terms]:
    stop = start + READ_AT_ONCE
    rows = await connection.execute(LISTED.where(products.c.id >= start, products.c.id < stop))
    listed = [product_of(row) for row in rows]
    number = search_documents.c.product_id
    documents = await connection.execute(search_documents.select().where(number >= start, number < stop))
    return listed, {row.product_id: unpacked(row.terms) for row in documents}


async def _compare_postings(database: Database, chunk: int, findings: ChunkFindings, filed: Filed) -> None:
    """Takes out of `filed` what the postings have; what is left they lack."""
    last = ""
    while page := await database.run(partial(_postings, chunk=chunk, after=last)):
        for last, ids in page:
            findings.misfiled |= BitMap.deserialize(ids) ^ BitMap(filed.pop(last, ()))
    for lacking in filed.values():
        findings.misfiled.update(lacking)


async def _postings(connection: Connection, chunk: int, after: str) -> list[tuple[str, bytes]]:
    columns = search_postings.c
    query = select(columns.term, columns.products).where(columns.term > after, columns.chunk == chunk)
    rows = await connection.execute(query.order_by(columns.term).limit(TERMS_AT_ONCE))
    return [(row.term, row.products) for row in rows]
