"""Search over generated products, against tantivy; python -m benchmarks.search --help tells the options.

Builds a catalogue through the real indexing path and a tantivy index of the same products beside it, asks
both the same questions, checks that the counts agree, and prints times and their ratio.

A time is that of the search, its exact count, and the page's five products read from their table, each in
a transaction of its own that has begun, as an update's has; "whole" adds its begin and commit. "Cold" is a
search by a process that holds no bitmap yet.
"""

import argparse
import asyncio
import gc
import random
import resource
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import text

from benchmarks.search_folders import complete, folder_of, is_complete, parent_folder
from benchmarks.search_goods import Concept, Goods
from benchmarks.search_load import address_in, load
from benchmarks.search_queries import Question, questions
from benchmarks.search_tantivy import Tantivy
from services.searching import SearchPage, SearchQuery
from storage.catalogue import StoredCatalogue
from storage.database import Connection, Database, open_database
from storage.search import SearchIndex
from storage.search.cache import PROCESS_CACHE, BitmapCache

ROUNDS = 3
SAMPLED_TITLES = 100_000
BEGUN = text("SELECT 1")
Times = dict[str, list[float]]
"""Milliseconds of each kind of question."""


async def answer(
    database: Database, query: SearchQuery, cache: BitmapCache = PROCESS_CACHE
) -> tuple[SearchPage, float]:
    """One search in a transaction of its own, and the milliseconds it took within the transaction."""

    async def work(connection: Connection) -> tuple[SearchPage, float]:
        await connection.execute(BEGUN)
        began = time.perf_counter()
        page = await SearchIndex(connection, cache).find(query)
        await StoredCatalogue(connection).products(page.product_ids)
        return page, milliseconds_since(began)

    return await database.run(work)


async def measure(database: Database, asked: Sequence[Question], reference: Tantivy) -> None:
    """Asks everything in turn of both, and prints the table."""
    await check(database, asked, reference)
    ours, whole, theirs, cold = (defaultdict(list) for _ in range(4))
    for question in random.Random(3).sample(list(asked), len(asked)) * ROUNDS:
        began = time.perf_counter()
        ours[question.kind].append((await answer(database, question.query))[1])
        whole[question.kind].append(milliseconds_since(began))
        began = time.perf_counter()
        reference.find(question.query)
        theirs[question.kind].append(milliseconds_since(began))
    for question in asked[:: len(asked) // 200 + 1]:
        cold[question.kind].append((await answer(database, question.query, BitmapCache()))[1])
    print_table(ours, theirs, whole, cold)


async def check(database: Database, asked: Sequence[Question], reference: Tantivy) -> None:
    """Stops the benchmark when a count differs."""
    for question in asked:
        page, _ = await answer(database, question.query)
        expected = reference.find(question.query)
        if not page.dropped and page.count != expected:
            raise SystemExit(f"{question}: counted {page.count}, tantivy {expected}")


def print_table(ours: Times, theirs: Times, whole: Times, cold: Times) -> None:
    """A line for each kind of question; milliseconds, and ours as a multiple of tantivy's."""
    columns = ("p50", "p99", "tantivy p50", "p99", "ratio p50", "p99", "whole p50", "p99", "cold p50")
    print(" " * 14 + "".join(f"{column:>12}" for column in columns))
    for kind in sorted(theirs):
        mine, reference = at(ours[kind]), at(theirs[kind])
        ratios = [half / other for half, other in zip(mine, reference, strict=True)]
        figures = (*mine, *reference, *ratios, *at(whole[kind]), at(cold[kind])[0])
        print(f"{kind:14}" + "".join(f"{figure:12.2f}" for figure in figures), flush=True)


def milliseconds_since(began: float) -> float:
    """Milliseconds since a reading of time.perf_counter."""
    return (time.perf_counter() - began) * 1_000


def at(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 99th percentile."""
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return cuts[49], cuts[98]


def frequencies(goods: Goods, count: int) -> dict[Concept, int]:
    """About how many of `count` products have each concept, from the first of them."""
    sample = min(count, SAMPLED_TITLES)
    words = Counter(
        word.lower() for product in goods.products(sample) for word in set(product.title_en.split())
    )
    return {concept: words[concept.english] * count // sample for concept in goods.concepts}


async def run(kinds: Sequence[str], count: int, parent: Path) -> None:
    """The whole benchmark."""
    reference = built_reference(folder_of(parent, f"tantivy-{count}"), count)
    asked = questions(frequencies(Goods(), count), count)
    for kind in kinds:
        folder = folder_of(parent, f"{kind}-{count}")
        print(f"\n{kind}", flush=True)
        await run_database(kind, folder, (asked, reference, count))


def built_reference(folder: Path, count: int) -> Tantivy:
    """The tantivy index of the folder, built unless it is kept from an earlier run."""
    reference = Tantivy(folder)
    if not is_complete(folder):
        began = time.perf_counter()
        reference.add(Goods().products(count))
        complete(folder)
        print(f"tantivy: {count:,} products in {time.perf_counter() - began:.0f} s", flush=True)
    return reference


async def run_database(kind: str, folder: Path, job: tuple[Sequence[Question], Tantivy, int]) -> None:
    """Loads one database, unless it is kept from an earlier run, and asks it everything."""
    asked, reference, count = job
    with address_in(folder, kind) as address:
        async with open_database(address) as database:
            if not is_complete(folder):
                print(await load(database, Goods(), count), flush=True)
                complete(folder)
            gc.collect()
            gc.freeze()
            await measure(database, asked, reference)
    print(f"cache {PROCESS_CACHE.bytes / 2**20:.1f} MB, peak memory {peak_megabytes():.0f} MB")


def peak_megabytes() -> float:
    """The most memory this process has held, in MB; loading included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=1_000_000)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--keep", type=Path, help="a folder to keep what is loaded, and to use it again")
    options = parser.parse_args()
    kinds = ["sqlite", "postgresql"] if options.database == "both" else [options.database]
    with parent_folder(options.keep) as parent:
        asyncio.run(run(kinds, options.products, parent))


if __name__ == "__main__":
    main()
