"""A database in which an order stands wherever one can, and copies of it on which pairs of commands run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement, product
from random import Random
from typing import Final

from storage.database import Database
from tests.builders import COLLEAGUE, SELLER, Trade
from tests.disputes import OPERATOR, SECOND_OPERATOR, Court
from tests.races.commands import COMMANDS, commands_at, deeds_at
from tests.races.copies import LOT, NEW, STEP, copy, number_from
from tests.races.outcomes import Traces, traces
from tests.races.racers import Job, Programme, Racers, Run
from tests.races.stands import STANDS, Facts, facts_of

AT_ONCE: Final = 6
"""So many pairs meet at a time."""
REST_SECONDS: Final = 0.004
_OTHERS: Final = {SELLER: COLLEAGUE, OPERATOR: SECOND_OPERATOR}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two commands on an order that stands somewhere."""

    stand: str
    names: tuple[str, str]


@dataclass
class Track:
    """The racers on a database; `copied` counts the copies made so far."""

    database: Database
    url: str
    racers: Racers
    random: Random
    facts: dict[str, Facts] = field(default_factory=dict)
    copied: int = 0

    async def build(self) -> None:
        """Brings an order to every stand."""
        trade = (await Court.of((await Trade(self.database).stock()).database)).trade
        for lot, (stand, (bring, later)) in enumerate(STANDS.items(), 1):
            await self.database.run(lambda c, n=lot * LOT: number_from(c, n))
            self.facts[stand] = await facts_of(trade, await bring(trade), later)
        await trade.forget_letters()
        await self.database.run(lambda c: number_from(c, NEW))

    async def copies(self, pairs: Sequence[Pair]) -> list[int]:
        """A copy for each pair, by its number; pairs of one stand come together."""
        first = self.copied + 1
        for lot, stand in enumerate(STANDS, 1):
            if amount := sum(pair.stand == stand for pair in pairs):
                numbers = range(self.copied + 1, self.copied + amount + 1)
                await self.database.run(lambda c, n=lot, of=numbers: copy(c, n, of))
                self.copied += amount
        return list(range(first, self.copied + 1))

    def job(self, pair: Pair, seat: int, number: int, rest: float = 0) -> Job:
        """One of both commands on a copy; two of one supplier, or two operators, are two people."""
        name = pair.names[seat]
        person_id = COMMANDS[name].person_id
        who = _OTHERS.get(person_id, person_id) if seat else person_id
        facts = self.facts[pair.stand].moved(number * STEP)
        return Job(name, who, facts, number, seat, rest, self.random.getrandbits(32))

    def run(self, one: Sequence[Run], other: Sequence[Run]) -> list[list[list[str]]]:
        """Both processes run as many, a few at a time; what became of each command, by process and run."""
        heats = [[runs[at : at + AT_ONCE] for at in range(0, len(runs), AT_ONCE)] for runs in (one, other)]
        return self.racers.run(*(Programme(self.url, each) for each in heats))

    def share(self, runs: Sequence[Run]) -> list[list[str]]:
        """The processes share runs that have nothing to do with each other; what became of each command."""
        half = (len(runs) + 1) // 2
        padded = [*runs, ()][: 2 * half]
        one, other = self.run(padded[:half], padded[half:])
        return [*one, *other][: len(runs)]

    async def traces(self, first: int) -> Traces:
        """What the copies from this number on have come to."""
        return await self.database.run(lambda c: traces(c, first))

    async def alive(self) -> Mapping[str, Sequence[str]]:
        """By the stand, the commands that do something there by themselves."""
        tried = [
            Pair(stand, (name, name))
            for stand, facts in self.facts.items()
            for name in ("", *commands_at(facts.order.status))
        ]
        numbers = await self.copies(tried)
        laid = list(zip(tried, numbers, strict=True))
        self.share([[self.job(pair, 0, number)] if pair.names[0] else [] for pair, number in laid])
        found = await self.traces(numbers[0])
        idle = {pair.stand: found[number] for pair, number in laid if not pair.names[0]}
        return {
            stand: [p.names[0] for p, n in laid if p.stand == stand and found[n] != idle[stand]]
            for stand in self.facts
        }

    async def pairs(self, *, everywhere: bool) -> list[Pair]:
        """Every two of those, then each with every deed that the table of moves knows there.

        Unless they are to meet `everywhere`, each two meet once in each status: where both do something,
        if they do anywhere.
        """
        alive = await self.alive()
        both = [
            Pair(stand, names) for stand in alive for names in combinations_with_replacement(alive[stand], 2)
        ]
        for stand, names in alive.items():
            others = set(deeds_at(self.facts[stand].order.status)) - set(names)
            both += [Pair(stand, (min(two), max(two))) for two in product(names, sorted(others))]
        places: dict[tuple[str, ...], Pair] = {}
        for pair in both:
            place = pair.stand if everywhere else self.facts[pair.stand].order.status.value
            places.setdefault((place, *pair.names), pair)
        return sorted(places.values(), key=lambda pair: list(STANDS).index(pair.stand))

    async def race(self, pairs: Sequence[Pair]) -> list[str]:
        """Runs each pair at once; returns those whose result is that of neither order."""
        numbers = await self.copies(pairs)
        laid = list(zip(pairs, numbers, strict=True))
        one, other = self.run(
            *([[self.job(pair, seat, number, REST_SECONDS)] for pair, number in laid] for seat in (0, 1))
        )
        said = [[first, second] for (first,), (second,) in zip(one, other, strict=True)]
        found = await self.traces(numbers[0])
        raced = {pair: (each, found[number]) for (pair, number), each in zip(laid, said, strict=True)}
        for order in ((0, 1), (1, 0)):
            raced = await self._unlike(raced, order)
        return [f"{pair.stand}: {' and '.join(pair.names)}: {each}" for pair, (each, _) in raced.items()]

    async def _unlike(
        self, raced: Mapping[Pair, tuple[list[str], Sequence[str]]], order: tuple[int, int]
    ) -> dict[Pair, tuple[list[str], Sequence[str]]]:
        """Those that ended otherwise than one after the other in this order ends."""
        numbers = await self.copies(list(raced))
        laid = list(zip(raced, numbers, strict=True))
        said = self.share([[self.job(pair, seat, number) for seat in order] for pair, number in laid])
        found = await self.traces(numbers[0]) if numbers else {}
        serial = {
            pair: ([each[seat] for seat in order], found[number])
            for (pair, number), each in zip(laid, said, strict=True)
        }
        return {pair: result for pair, result in raced.items() if result != serial[pair]}
