"""Duties that only one worker may have at a time."""

import time
from typing import Final

from sqlalchemy import or_, update

from storage.database import Connection, Database
from storage.moments import now_millis
from storage.people import insert_if_new
from storage.tables.post import leases

LEASE_SECONDS: Final = 40.0


class Lease:
    """The duty `name`, which `holder` has for LEASE_SECONDS after each time he takes it."""

    def __init__(self, database: Database, name: str, holder: str) -> None:
        self._database = database
        self._name = name
        self._holder = holder
        self._sure_until = 0.0

    async def take(self) -> bool:
        """Takes or prolongs the lease; False while another worker has it."""
        if time.monotonic() < self._sure_until:
            return True
        began = time.monotonic()
        if not await self._database.run(self._take):
            return False
        self._sure_until = began + LEASE_SECONDS / 4
        return True

    async def give_up(self) -> None:
        """Lets another worker have it at once."""
        self._sure_until = 0.0
        mine = (leases.c.name == self._name) & (leases.c.holder == self._holder)
        await self._database.run(lambda c: c.execute(update(leases).where(mine).values(until=0)))

    async def _take(self, connection: Connection) -> bool:
        new = {"name": self._name, "holder": self._holder, "until": 0}
        await connection.execute(insert_if_new(connection, leases), new)
        free = or_(leases.c.holder == self._holder, leases.c.until < now_millis())
        until = now_millis() + int(LEASE_SECONDS * 1000)
        take = (
            update(leases).where(leases.c.name == self._name, free).values(holder=self._holder, until=until)
        )
        return (await connection.execute(take)).rowcount == 1
