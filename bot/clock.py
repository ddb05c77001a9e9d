"""The clock: warns and ends what has run out, takes up what was left lying, tidies what is done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeVar

import structlog

from bot.leftovers import Leftovers
from bot.receiving import Receiver
from bot.vitals import Part, Vitals
from bot.watch import Watch
from delivery.pace import Pace
from services.answering import measure_answers
from services.keeping_time import JOBS, due_jobs
from services.mail import Letter
from services.measuring import measure_figures
from services.ports import Books
from services.waking import OUTAGE, give_time_back, show_negotiations_again, show_orders_again
from storage.awake import Gap, asleep_for, stay_awake
from storage.books import books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox
from storage.tidying import tidy
from storage.workers import BEAT_SECONDS, Heartbeat

JOB_SECONDS: Final = 10.0
LEFTOVER_SECONDS: Final = 3.0
WATCH_SECONDS: Final = 5.0
TIDY_SECONDS: Final = 600.0
MEASURE_SECONDS: Final = 600.0
JOBS_AT_ONCE: Final = 200
SHOWN_AT_ONCE: Final = 100
RECOVERED_AT_ONCE: Final = 200

_log = structlog.get_logger()

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Hands:
    """What the clock moves."""

    pace: Pace
    receiver: Receiver
    take_over: Callable[[Sequence[Letter]], None]
    leftovers: Sequence[Leftovers]
    watch: Watch


@dataclass(frozen=True, slots=True)
class Clock:
    """Runs forever; every job is a transaction of its own, so that one bad row stops no other."""

    database: Database
    worker: str
    heartbeat: Heartbeat
    hands: Hands
    vitals: Vitals

    async def run(self, poll_seconds: float) -> None:
        """All duties side by side until cancelled."""
        await asyncio.gather(
            self._every(BEAT_SECONDS, self._beat, Part.HEARTBEAT),
            self._every(poll_seconds, self._recover, Part.RECOVERY),
            self._every(JOB_SECONDS, self.do_due, Part.JOBS),
            self._every(LEFTOVER_SECONDS, self._leave_leftovers, Part.LEFTOVERS),
            self._every(WATCH_SECONDS, self.hands.watch.look, Part.WATCH),
            self._every(TIDY_SECONDS, self._tidy),
            self._every(MEASURE_SECONDS, self._measure),
        )

    async def wake(self) -> None:
        """After an outage gives lost time back and shows again what is open, page by page.

        Whoever slept, lost the database or could not hear Telegram was away, whether or not he started again.
        """
        silence = timedelta(seconds=self.vitals.ages().get(Part.POLLING, 0.0))
        gap = await self.database.run(lambda connection: _give_lost_time_back(connection, silence))
        if gap.length < OUTAGE:
            return
        _log.warning("was away", seconds=gap.length.total_seconds())
        cause = f"outage since {gap.since.isoformat()}"
        for show in (show_negotiations_again, show_orders_again):
            try:
                await self._show_all(cause, show)
            except Exception:
                _log.exception("not shown again", what=show.__name__)

    async def _show_all(self, cause: str, show: Callable[..., Awaitable[int | None]]) -> None:
        last: int | None = 0
        while last is not None:
            last = await self._written(cause, partial(show, after=last, limit=SHOWN_AT_ONCE))

    async def do_due(self) -> None:
        """Does what is due now; while Telegram cannot be heard nothing is: nobody could answer in time."""
        if not await self._is_heard():
            return

        async def find(connection: Connection) -> list[tuple[str, int]]:
            return await due_jobs(await books_at(connection, "clock"), JOBS_AT_ONCE)

        for job, subject_id in await self.database.run(find):
            try:
                await self._do(job, subject_id)
            except Exception:
                _log.exception("job failed", job=job, subject=subject_id)

    async def _do(self, job: str, subject_id: int) -> None:
        await self._written(f"job {job}", lambda books: JOBS[job](books, subject_id))

    async def _written(self, cause: str, deed: Callable[[Books], Awaitable[Result]]) -> Result:
        """Does a deed in a transaction of its own and hands on what it has to say."""

        async def work(connection: Connection) -> tuple[Result, Sequence[Letter]]:
            books = await books_at(connection, cause, self.hands.watch.operator_ids)
            done = await deed(books)
            return done, await books.send(StoredOutbox(connection, self.worker))

        done, letters = await self.database.run(work)
        self.hands.take_over(letters)
        return done

    async def _every(
        self, seconds: float, duty: Callable[[], Awaitable[None]], part: Part | None = None
    ) -> None:
        while True:
            try:
                await duty()
                if part is not None:
                    self.vitals.sign(part)
            except Exception:
                _log.exception("duty failed")
            await asyncio.sleep(seconds)

    async def _beat(self) -> None:
        self.hands.pace.share(await self.heartbeat.beat())
        await self._is_heard()

    async def _is_heard(self) -> bool:
        """Whether people are heard now; who hears them gives lost time back."""
        if not self.vitals.is_listening:
            return await self.database.run(asleep_for) < OUTAGE
        if Part.POLLING in self.vitals.silent():
            return False
        await self.wake()
        return True

    async def _recover(self) -> None:
        await self.hands.receiver.recover(RECOVERED_AT_ONCE)

    async def _leave_leftovers(self) -> None:
        for each in self.hands.leftovers:
            await each.leave()

    async def _measure(self) -> None:
        await self._written("job measure_answers", measure_answers)
        await self._written("job measure_figures", measure_figures)

    async def _tidy(self) -> None:
        await self.database.run(tidy)


async def _give_lost_time_back(connection: Connection, silence: timedelta) -> Gap:
    gap = await stay_awake(connection, silence)
    if gap.length >= OUTAGE:
        await give_time_back(await books_at(connection, "outage"), gap.length)
    return gap
