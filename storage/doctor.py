"""The doctor: asks every invariant, counts what breaks it and shows a few examples."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy import text

from storage.claims_examining import altered_claims, claims_above_total
from storage.database import Connection, Database
from storage.files import FileStore
from storage.files_examining import damage
from storage.golden_examining import altered_golden_samples
from storage.invariants import QUERIES
from storage.moments import now_millis
from storage.money_examining import unfunded_but_paid
from storage.offers_examining import examine_offers
from storage.returns_examining import returned_beyond_delivered
from storage.search.examining import examine_chunks

MOST_SHOWN: Final = 3
_COUNTED: Final = "WITH found(id) AS ({query}) SELECT id, count(*) OVER () AS amount FROM found LIMIT {most}"
"""Of a million rows that break an invariant only a few leave the database."""

INDEX_SAYS: Final = (
    "each product is indexed by the terms it has today",
    "nothing is indexed that is no product",
    "a term finds exactly the products that are indexed by it",
)

CLAIMS_SAY: Final = (
    ("I16", "each amount of a claim is as it was sent"),
    ("I16", "what was agreed on an order's claims is no more than its total"),
    ("I19", "no more came back than had left, line by line, nor was more refunded for it than it is worth"),
)

TERMS_SAY: Final = (
    ("I6", "each offer is as it was sent"),
    ("I6", "each order keeps the terms of its version"),
    ("I12", "the lines of each order add up to its quantity"),
)

GOLDEN_SAYS: Final = "each golden sample is as it was approved"

MONEY_SAYS: Final = "an order is funded as soon as its ledger says so"

FILES_SAY: Final = (
    "each file that the books name is in our store",
    "each file in our store is byte for byte what it was",
)
SHOWN_OF_A_KEY: Final = 16

Query = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a query found: `rows` that break the invariant, a few of them in `sample`."""

    invariant: str
    says: str
    rows: int
    sample: str = ""


async def examine_all(database: Database, store: FileStore | None = None) -> list[Finding]:
    """Asks every query, then compares fingerprints, the search index with products, money with statuses.

    With a `store` every file in it is read, too.
    """
    return [
        *await examine(database),
        *await examine_terms(database),
        *await examine_claims(database),
        *await examine_samples(database),
        await examine_money(database),
        *await examine_index(database),
        *(await examine_files(database, store) if store else ()),
    ]


async def examine(database: Database) -> list[Finding]:
    """Asks every query in a transaction of its own, so that a bot at work waits for one at most.

    A finding without rows is good news.
    """
    return [await database.run(partial(_asked, query=query)) for query in QUERIES]


async def examine_terms(database: Database) -> list[Finding]:
    """Makes every fingerprint anew, a few thousand negotiations at a time."""
    counts = [0] * len(TERMS_SAY)
    samples: list[list[int]] = [[] for _ in TERMS_SAY]
    async for altered in examine_offers(database):
        for kind, ids in enumerate((altered.negotiations, altered.orders, altered.splits)):
            counts[kind] += len(ids)
            samples[kind] += ids[: MOST_SHOWN - len(samples[kind])]
    return [
        Finding(invariant, says, count, _sample(sample))
        for (invariant, says), count, sample in zip(TERMS_SAY, counts, samples, strict=True)
    ]


async def examine_claims(database: Database) -> list[Finding]:
    """Makes every fingerprint of a claim's amounts anew, and adds up what was agreed and came back."""
    asked = (altered_claims, claims_above_total, returned_beyond_delivered)
    found = [await database.run(question) for question in asked]
    return [
        Finding(invariant, says, len(ids), _sample(ids[:MOST_SHOWN]))
        for (invariant, says), ids in zip(CLAIMS_SAY, found, strict=True)
    ]


async def examine_samples(database: Database) -> list[Finding]:
    """Makes every fingerprint of a golden sample anew."""
    altered = await database.run(altered_golden_samples)
    return [Finding("I35", GOLDEN_SAYS, len(altered), _sample(altered[:MOST_SHOWN]))]


async def examine_money(database: Database) -> Finding:
    """Computes the standing of orders that are paid for but not funded."""
    unfunded = await database.run(unfunded_but_paid)
    return Finding("I17", MONEY_SAYS, len(unfunded), _sample(unfunded[:MOST_SHOWN]))


async def examine_index(database: Database) -> list[Finding]:
    """Compares the search index with the products; however many there are, it takes little memory."""
    counts = [0, 0, 0]
    samples: list[list[int]] = [[], [], []]
    async for found in examine_chunks(database):
        for kind, products in enumerate((found.outdated, found.gone, found.misfiled)):
            counts[kind] += len(products)
            samples[kind] += list(products[: MOST_SHOWN - len(samples[kind])])
    return [
        Finding("index", says, count, _sample(sample))
        for says, count, sample in zip(INDEX_SAYS, counts, samples, strict=True)
    ]


async def examine_files(database: Database, store: FileStore) -> list[Finding]:
    """Reads every file that the books name; a damaged one is no evidence any more."""
    found = await damage(database, store)
    return [
        Finding("I35", says, len(keys), _sample([key[:SHOWN_OF_A_KEY] for key in keys[:MOST_SHOWN]]))
        for says, keys in zip(FILES_SAY, (found.missing, found.altered), strict=True)
    ]


async def _asked(connection: Connection, query: Query) -> Finding:
    invariant, says, statement = query
    asked = statement.replace("{now}", str(now_millis().compile(dialect=connection.dialect)))
    found = (await connection.execute(text(_COUNTED.format(query=asked, most=MOST_SHOWN)))).all()
    return Finding(invariant, says, found[0].amount if found else 0, _sample([row.id for row in found]))


def _sample(ids: Sequence[object]) -> str:
    return f": {', '.join(map(str, ids))}" if ids else ""
