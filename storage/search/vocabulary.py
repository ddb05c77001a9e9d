"""The terms of the index themselves, in the order of the alphabet."""

from typing import Final

from sqlalchemy import select

from storage.database import Connection
from storage.tables.search import search_postings

MOST_TERMS: Final = 20_000


async def terms_beginning(connection: Connection, prefix: str) -> list[str]:
    """Terms that begin with `prefix`, at most MOST_TERMS."""
    term = search_postings.c.term
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    statement = select(term).where(term >= prefix, term < after).distinct().limit(MOST_TERMS)
    return list((await connection.execute(statement)).scalars())
