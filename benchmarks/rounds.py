"""Rounds of the same play on one bot, and what each cost."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks.couples import Pacemaker, Town, living_town
from benchmarks.deal import Step
from benchmarks.programs import Program, bot, playground

MILLISECONDS = 1_000


@dataclass(frozen=True, slots=True)
class Play:
    """A round: so many couples play the script so many times, at most `rate` deeds a second."""

    script: Sequence[Step]
    couples: int
    times: int
    rate: float | None = None


@dataclass(slots=True)
class Stage:
    """One bot with its playground, and the figures of its rounds so far."""

    program: Program
    town: Town
    costs: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)

    async def play(self, play: Play, *, counted: bool = True) -> None:
        """Plays a round; unless it only warms up, its CPU an update (ms) and updates a second are kept."""
        updates = len(play.script) * play.couples * play.times
        pacemaker = Pacemaker(play.rate)
        began, used = time.perf_counter(), self.program.cpu
        for _ in range(play.times):
            await self.town.play(play.script, play.couples, pacemaker)
        if counted:
            self.costs.append((self.program.cpu - used) / updates * MILLISECONDS)
            self.rates.append(updates / (time.perf_counter() - began))
        else:
            self.town.waits.clear()

    @property
    def cost(self) -> float:
        """Milliseconds of CPU an update, the median of the rounds."""
        return median(self.costs)

    @property
    def noise(self) -> float:
        """How far the rounds lie apart, as a part of the median."""
        return (max(self.costs) - min(self.costs)) / self.cost

    @property
    def late(self) -> float:
        """Milliseconds from deed to answer, the 95th percentile."""
        return quantiles(self.town.waits, n=20, method="inclusive")[-1] * MILLISECONDS


@asynccontextmanager
async def staged(module: Sequence[str], settings: Mapping[str, str], couples: int) -> AsyncIterator[Stage]:
    """A bot at work on a playground of its own, with its couples."""
    with ExitStack() as running:
        url = running.enter_context(playground())
        program = running.enter_context(bot(module[0], {"TELEGRAM_API_URL": url, **settings}, *module[1:]))
        async with living_town(url, couples, echoed=module is ECHO) as town:
            yield Stage(program, town)


ECHO = ("benchmarks.echo_bot",)
YIJIA = ("bot", "run")
UNHURRIED = ("benchmarks.unhurried_bot",)
