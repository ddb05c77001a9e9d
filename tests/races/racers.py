"""Two processes that give commands at the same moment, resting at random between the statements."""

import asyncio
import multiprocessing
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection as Pipe
from multiprocessing.synchronize import Barrier
from random import Random
from typing import Any, Final

from domain.people import Language, Person
from domain.refusal import Refusal
from storage.books import books_at
from storage.connection import Connection, Found
from storage.database import Database, open_database
from storage.outbox import StoredOutbox
from tests.builders import STRANGER, WORKER
from tests.disputes import OPERATOR, SECOND_OPERATOR
from tests.races.commands import COMMANDS
from tests.races.stands import Facts

PATIENCE_SECONDS = 120
OPERATORS: Final = frozenset((OPERATOR, SECOND_OPERATOR))


@dataclass(frozen=True, slots=True)
class Job:
    """A command on a copy, by a person; up to `rest` seconds pass before each of its statements."""

    command: str
    person_id: int
    facts: Facts
    copy: int
    seat: int
    rest: float = 0
    seed: int = 0


Run = Sequence[Job]
"""Commands one after another."""
Heat = Sequence[Run]
"""Runs of one process that begin together."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Heats on a database: both processes begin each together."""

    url: str
    heats: Sequence[Heat]


@dataclass(frozen=True, slots=True)
class Racers:
    """The two processes."""

    pipes: tuple[Pipe, Pipe]

    def run(self, one: Programme, other: Programme) -> list[list[list[str]]]:
        """Runs both; what became of each command, by process, run and place."""
        for pipe, programme in zip(self.pipes, (one, other), strict=True):
            pipe.send(programme)
        return [pipe.recv() for pipe in self.pipes]


@contextmanager
def racers() -> Iterator[Racers]:
    """Starts both; they end with the block."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2, timeout=PATIENCE_SECONDS)
    ends = [context.Pipe() for _ in range(2)]
    processes = [context.Process(target=serve, args=(theirs, barrier), daemon=True) for _, theirs in ends]
    for process in processes:
        process.start()
    try:
        yield Racers((ends[0][0], ends[1][0]))
    finally:
        for process in processes:
            process.kill()
            process.join()


def serve(pipe: Pipe, barrier: Barrier) -> None:
    """What each process does until it is killed."""
    while True:
        programme: Programme = pipe.recv()
        pipe.send(asyncio.run(_played(programme, barrier)))


async def _played(programme: Programme, barrier: Barrier) -> list[list[str]]:
    async with open_database(programme.url) as database:
        said: list[list[str]] = []
        for heat in programme.heats:
            barrier.wait()
            said += await asyncio.gather(*(_run(database, run) for run in heat))
    return said


async def _run(database: Database, run: Run) -> list[str]:
    return [await _done(database, job) for job in run]


async def _done(database: Database, job: Job) -> str:
    random, command = Random(job.seed), COMMANDS[job.command]

    async def work(connection: Connection) -> None:
        slow = Dawdling(connection, random, job.rest)
        books = await books_at(slow, f"race {job.copy} {job.seat}", OPERATORS)
        books = replace(books, now=command.at(job.facts))
        person = await books.people.get(job.person_id) or Person(STRANGER, Language.ENGLISH)
        person = replace(person, is_operator=job.person_id in OPERATORS)
        await command.run(books, person, job.facts)
        await books.send(StoredOutbox(slow, WORKER))

    try:
        await database.run(work)
    except Refusal as refusal:
        return type(refusal).__name__
    except Exception as error:
        return repr(error)
    return "done"


class Dawdling:
    """A connection on which each statement may come late."""

    def __init__(self, connection: Connection, random: Random, rest: float) -> None:
        self._connection = connection
        self._random = random
        self._rest = rest

    async def execute(self, statement: Any, parameters: Any = None) -> Found:
        """Rests at random, then runs it."""
        if self._rest and self._random.random() < 0.5:
            await asyncio.sleep(self._random.uniform(0, self._rest))
        return await self._connection.execute(statement, parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)
