"""From start to ready, and at rest; python -m benchmarks.start --help tells the options."""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.databases import KINDS, NAMES, empty_database
from benchmarks.market import stock
from benchmarks.programs import bot, playground
from benchmarks.rounds import ECHO, YIJIA
from benchmarks.tables import print_table

COLUMNS = ("bot", "ready s", "CPU s until ready", "MB ready", "MB at rest", "CPU ms a second at rest")
SUPPLIERS = 36
REST_SECONDS = 6.0
Start = tuple[float, float, float, float, float]


def start(url: str, module: Sequence[str], settings: Mapping[str, str]) -> Start:
    """One start and a rest; the figures of the columns."""
    with bot(module[0], {"TELEGRAM_API_URL": url, **settings}, *module[1:]) as program:
        at_once = program.memory
        used = program.cpu
        time.sleep(REST_SECONDS)
        idle = (program.cpu - used) / REST_SECONDS * 1_000
        return program.ready_seconds, program.ready_cpu, at_once, program.memory, idle


def measure(name: str, module: Sequence[str], settings: Mapping[str, str], rounds: int) -> list[str]:
    """A row: the medians of some starts after one that leaves the bytecode behind."""
    with playground() as url:
        starts = [start(url, module, settings) for _ in range(rounds + 1)][1:]
    middle = [median(column) for column in zip(*starts, strict=True)]
    return [name, *(f"{value:.{digits}f}" for value, digits in zip(middle, (1, 2, 0, 0, 0), strict=True))]


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.start", description=__doc__)
    parser.add_argument("--database", choices=[*KINDS, "both"], default="both")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    rows = [measure("aiogram echo", ECHO, {}, options.rounds)]
    for kind in KINDS if options.database == "both" else (options.database,):
        with tempfile.TemporaryDirectory(prefix="yijia-bench-") as name:
            folder = Path(name) / kind
            folder.mkdir()
            with empty_database(kind, folder) as url:
                asyncio.run(stock(url, folder, SUPPLIERS))
                settings = {"DATABASE_URL": url, "FILES_URL": str(folder / "files")}
                rows.append(measure(f"Yijia on {NAMES[kind]}", YIJIA, settings, options.rounds))
    print_table(f"From start to ready, a catalogue of {SUPPLIERS * 21} products", COLUMNS, rows)


if __name__ == "__main__":
    main()
