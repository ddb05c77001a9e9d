"""Leftovers: what a worker holds in the database but not in hand, as after a commit whose answer was lost."""

from collections.abc import Callable
from dataclasses import dataclass, field

import structlog
from sqlalchemy import Table

from storage.database import Connection, Database
from storage.workers import held_by, let_go

_log = structlog.get_logger()


@dataclass(slots=True)
class Leftovers:
    """Those of the inbox or of the outbox; nobody else takes them while this worker lives."""

    database: Database
    worker: str
    box: Table
    in_hand: Callable[[], set[int]]
    _seen: set[int] = field(default_factory=set)

    async def leave(self) -> None:
        """Lets go of what was left over now and at the last look; once may be on its way into the hand."""

        async def work(connection: Connection) -> set[int]:
            left = await held_by(connection, self.box, self.worker) - self.in_hand()
            if again := left & self._seen:
                _log.warning("leftovers", box=self.box.name, rows=len(again))
                await let_go(connection, self.box, self.worker, again)
            return left

        self._seen = await self.database.run(work)
