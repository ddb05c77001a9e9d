"""The whole bot against a bare aiogram echo bot; python -m benchmarks.echo --help tells the options.

Couples of buyer and seller play a deal, each with the next deed as soon as the last was answered. The echo
bot gets as many messages and presses of the same people: it answers a message with its text and a button, and
a press with answerCallbackQuery and editMessageText. Yijia makes the same calls, and tells the other side
besides. CPU is user and system time of the bot's process; PostgreSQL's own processes are not counted.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.databases import KINDS, NAMES, empty_database
from benchmarks.deal import SCRIPTS
from benchmarks.market import stock
from benchmarks.rounds import ECHO, UNHURRIED, YIJIA, Play, Stage, staged
from benchmarks.tables import print_table

COLUMNS = ("bot", "CPU ms an update", "ratio", "± %", "updates a second", "p95 ms", "MB before", "MB after")
Row = tuple[object, ...]


async def compare(kinds: Sequence[str], play: Play, rounds: int) -> list[Row]:
    """Rows of the table: the echo bot, and Yijia on each database, their rounds interleaved."""
    async with AsyncExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="yijia-bench-")))
        stages = {"aiogram echo": await running.enter_async_context(staged(ECHO, {}, play.couples))}
        for kind in kinds:
            settings = await _stocked(running, kind, folder, play.couples)
            module = UNHURRIED if play.rate is None else YIJIA
            stages[f"Yijia on {NAMES[kind]}"] = await running.enter_async_context(
                staged(module, settings, play.couples)
            )
        memories = {name: stage.program.memory for name, stage in stages.items()}
        await _play(stages, play, rounds)
        reference = stages["aiogram echo"].cost
        return [_row(name, stage, reference, memories[name]) for name, stage in stages.items()]


async def _stocked(running: AsyncExitStack, kind: str, folder: Path, couples: int) -> Mapping[str, str]:
    own = folder / kind
    own.mkdir()
    url = running.enter_context(empty_database(kind, own))
    await stock(url, own, couples)
    return {"DATABASE_URL": url, "FILES_URL": str(own / "files")}


async def _play(stages: Mapping[str, Stage], play: Play, rounds: int) -> None:
    for number in range(rounds + 1):
        for stage in stages.values():
            await stage.play(play, counted=number > 0)


def _row(name: str, stage: Stage, reference: float, memory: float) -> Row:
    return (
        name,
        f"{stage.cost:.2f}",
        f"{stage.cost / reference:.2f}",
        f"{stage.noise * 50:.0f}",
        f"{sum(stage.rates) / len(stage.rates):.0f}",
        f"{stage.late:.0f}",
        f"{memory:.0f}",
        f"{stage.program.memory:.0f}",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.echo", description=__doc__)
    parser.add_argument("--database", choices=[*KINDS, "both"], default="both")
    parser.add_argument("--script", choices=SCRIPTS, default="deal")
    parser.add_argument("--couples", type=int, default=8)
    parser.add_argument("--times", type=int, default=2, help="deals of each couple in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rate", type=float, help="deeds a second; Yijia then keeps Telegram's limits")
    options = parser.parse_args(arguments)
    kinds = KINDS if options.database == "both" else (options.database,)
    play = Play(SCRIPTS[options.script], options.couples, options.times, options.rate)
    rows = asyncio.run(compare(kinds, play, options.rounds))
    pace = f"{options.rate:g} deeds a second" if options.rate else "as fast as it goes"
    print_table(f"The {options.script}, {options.couples} couples, {pace}", COLUMNS, rows)


if __name__ == "__main__":
    main()
