"""How lines are read, beside a naive reader: python -m benchmarks.reading FILE; see docs/reading.md."""

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles

from benchmarks.reading_lines import TalkLine, talk_lines
from benchmarks.reading_naive import naive
from benchmarks.reading_score import MEASURES, Read, Score
from benchmarks.tables import print_table
from language.offer import read_offer

ALL = "all"
COLUMNS = ("group", "lines", *MEASURES)


def ours(line: TalkLine) -> Read:
    """Our reading; a named MOQ is a quantity too."""
    reading = read_offer(line.text, line.context)
    counted = reading.terms.quantity or reading.minimum
    price = float(reading.price.amount) if reading.price else None
    return Read(reading.intent.value, price, counted.count if counted else None)


def score(lines: Sequence[TalkLine]) -> list[list[object]]:
    """A row a group, all lines last; each cell is our share, and the naive reader's."""
    read: defaultdict[str, Score] = defaultdict(Score.empty)
    guessed: defaultdict[str, Score] = defaultdict(Score.empty)
    sizes = defaultdict[str, int](int)
    for line in lines:
        found, guess = ours(line), naive(line.text)
        for group in (line.group, ALL):
            sizes[group] += 1
            read[group].count(line.meant, found)
            guessed[group].count(line.meant, guess)
    groups = [*sorted(group for group in sizes if group != ALL), ALL]
    return [[group, sizes[group], *_cells(read[group], guessed[group])] for group in groups]


def _cells(read: Score, guessed: Score) -> list[str]:
    return [f"{read.share(measure)} / {guessed.share(measure)}" for measure in MEASURES]


def speed(lines: Sequence[TalkLine], rounds: int) -> list[list[object]]:
    """Milliseconds of CPU a line."""
    spent = []
    for line in [*lines] * rounds:
        before = time.thread_time()
        read_offer(line.text, line.context)
        spent.append((time.thread_time() - before) * 1_000)
    hundredths = quantiles(spent, n=100)
    return [[len(spent), f"{hundredths[49]:.2f}", f"{hundredths[98]:.2f}", f"{max(spent):.2f}"]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.reading", description=__doc__)
    parser.add_argument("file", type=Path, help="lines with labels, one JSON object a line")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    lines = list(talk_lines(options.file))
    print_table("Shares read right, ours / naive", COLUMNS, score(lines))
    print_table("CPU ms a line", ("readings", "p50", "p99", "most"), speed(lines, options.rounds))


if __name__ == "__main__":
    main()
