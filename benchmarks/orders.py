"""Cost of an update with few and with many orders in the database; --help tells the options.

The same deals are played on databases that hold more and more orders of others, with their negotiations,
offers, confirmations, moves and cards, and as many updates and letters that are done. Rounds are interleaved.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.databases import KINDS, NAMES, empty_database
from benchmarks.deal import DEAL
from benchmarks.market import stock
from benchmarks.orders_filling import fill
from benchmarks.rounds import UNHURRIED, Play, Stage, staged
from benchmarks.tables import print_table
from storage.database import open_database

COLUMNS = ("orders", "CPU ms an update", "ratio", "± %", "p95 ms", "seconds to fill")
SIZES = (1_000, 100_000, 1_000_000)
Row = tuple[object, ...]


async def measure(kind: str, sizes: Sequence[int], play: Play, rounds: int) -> list[Row]:
    """A row for each size, the first being the reference."""
    async with AsyncExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="yijia-bench-")))
        filled = {size: await _filled(running, kind, folder / str(size), size) for size in sizes}
        stages = {
            size: await running.enter_async_context(staged(UNHURRIED, settings, play.couples))
            for size, (settings, _) in filled.items()
        }
        for number in range(rounds + 1):
            for stage in stages.values():
                await stage.play(play, counted=number > 0)
        return [_row(size, stage, stages[sizes[0]], filled[size][1]) for size, stage in stages.items()]


async def _filled(
    running: AsyncExitStack, kind: str, folder: Path, orders: int
) -> tuple[dict[str, str], float]:
    """The settings of a bot whose database holds so many orders, and the seconds it took to make them."""
    folder.mkdir()  # noqa: ASYNC240 - nothing else runs
    url = running.enter_context(empty_database(kind, folder))
    await stock(url, folder, COUPLES)
    began = time.perf_counter()
    async with open_database(url) as database:
        await fill(database, orders)
    return {"DATABASE_URL": url, "FILES_URL": str(folder / "files")}, time.perf_counter() - began


def _row(orders: int, stage: Stage, reference: Stage, seconds: float) -> Row:
    ratio = f"{stage.cost / reference.cost:.2f}"
    return (
        f"{orders:,}",
        f"{stage.cost:.2f}",
        ratio,
        f"{stage.noise * 50:.0f}",
        f"{stage.late:.0f}",
        f"{seconds:.0f}",
    )


COUPLES = 6


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.orders", description=__doc__)
    parser.add_argument("--database", choices=[*KINDS, "both"], default="both")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=2, help="deals of each couple in a round")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    play = Play(DEAL, COUPLES, options.times)
    for kind in KINDS if options.database == "both" else (options.database,):
        rows = asyncio.run(measure(kind, options.sizes, play, options.rounds))
        print_table(f"The deal with more and more orders, {NAMES[kind]}", COLUMNS, rows)


if __name__ == "__main__":
    main()
