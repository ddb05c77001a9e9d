"""The watch: a trouble that lasts is told once, to log and metric and, where they can hear it, operators."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.mailbox import raise_alarm
from bot.metrics import TROUBLE
from bot.troubles import Standing, Trouble, Troubles
from services.mail import Letter
from storage.books import books_at
from storage.database import Connection, Database
from storage.incidents import begin_incident, end_incident
from storage.outbox import StoredOutbox

PHRASES: Final = {
    Trouble.CONFLICT: "another program polls with our token",
    Trouble.TOKEN: "Telegram refuses our token",
    Trouble.WEBHOOK: "updates are delivered elsewhere",
}
SAYABLE: Final = frozenset({Trouble.CONFLICT, Trouble.WEBHOOK})
"""While the token is refused, nobody can be told through Telegram."""

_log = structlog.get_logger()


@dataclass(slots=True)
class Watch:
    """Compares where each trouble stands with what was told of it."""

    database: Database
    worker: str
    operator_ids: frozenset[int]
    troubles: Troubles
    take_over: Callable[[Sequence[Letter]], None]
    _told: dict[Trouble, Standing] = field(default_factory=dict)

    async def look(self) -> None:
        """Tells what is new; what fails is told at the next look."""
        for trouble in Trouble:
            standing = self.troubles.standing(trouble)
            if standing is not self._told.get(trouble, Standing.UNKNOWN):
                await self._tell(trouble, standing)
                self._told[trouble] = standing

    async def _tell(self, trouble: Trouble, standing: Standing) -> None:
        TROUBLE.labels(kind=trouble).set(standing is Standing.LASTING)
        if standing is Standing.LASTING:
            _log.critical(PHRASES[trouble], trouble=trouble)
            if trouble in SAYABLE:
                self.take_over(await self.database.run(lambda c: self._alarm(c, trouble)))
        elif standing is Standing.OVER and await self._was_told(trouble):
            _log.warning("trouble is over", trouble=trouble)

    async def _was_told(self, trouble: Trouble) -> bool:
        """Ends the incident, which another worker, or this one before a restart, may have begun."""
        ended = await self.database.run(lambda c: end_incident(c, trouble))
        return ended or self._told.get(trouble) is Standing.LASTING

    async def _alarm(self, connection: Connection, trouble: Trouble) -> list[Letter]:
        if not await begin_incident(connection, trouble):
            return []
        # The worker and its time tell this alarm from that of an earlier incident.
        cause = f"incident {trouble} {self.worker} {self.troubles.clock():.3f}"
        books = await books_at(connection, cause)
        raise_alarm(books, self.operator_ids, trouble, 0)
        return await books.send(StoredOutbox(connection, self.worker))
