"""Negotiations and their ledger of offers in the database."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, case, func, insert, select, update

from domain.negotiation import LONGEST_WARNING, Negotiation
from domain.offer import Offer
from domain.people import Person, Side
from storage.among import among
from storage.database import Connection
from storage.freight_record import freight_record
from storage.moments import MILLISECOND, to_millis
from storage.negotiation_conditions import (
    HIS_TURN,
    OPEN,
    PARTY,
    RUNS,
    is_to_be_warned,
    person_values,
    waits_for,
)
from storage.negotiation_rows import moving, negotiation_of, warning
from storage.offers import add_offer, latest_offers, offers_from
from storage.plain import Plain
from storage.tables.trade import negotiations

_by_id = select(negotiations).where(negotiations.c.id == bindparam("id"))
BY_ID = Plain(_by_id)
BY_ID_LOCKED = Plain(_by_id.with_for_update())
SEVERAL = Plain(select(negotiations).where(among(negotiations.c.id, "ids")))
ADD = Plain(insert(negotiations).returning(negotiations.c.id))
SAVE = Plain(update(negotiations).where(negotiations.c.id == bindparam("row")))
WAITING = (
    select(func.count(), func.coalesce(func.sum(case((HIS_TURN, 1), else_=0)), 0))
    .select_from(negotiations)
    .where(PARTY, OPEN)
)


class StoredNegotiations:
    """Fulfils services.deals.Negotiations; what a transaction has read or written it need not read again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Negotiation] = {}

    async def add(self, negotiation: Negotiation) -> Negotiation:
        """Keeps a new negotiation and its first offer; returns it with its id."""
        values = {
            "buyer_id": negotiation.buyer_id,
            "supplier_id": negotiation.supplier_id,
            "product_id": negotiation.goods.product_id,
            "goods": asdict(negotiation.goods),
            **moving(negotiation, negotiation.offer.at),
            **warning(negotiation, negotiation.offer.at),
        }
        result = await self._connection.execute(ADD, values)
        stored = replace(negotiation, id=result.scalar_one())
        await add_offer(self._connection, stored)
        self._known[stored.id] = stored
        return stored

    async def get(self, negotiation_id: int) -> Negotiation | None:
        """The negotiation with the offer on the table and the one before."""
        return self._known.get(negotiation_id) or await self._one(BY_ID, negotiation_id)

    async def several(self, negotiation_ids: Sequence[int]) -> Sequence[Negotiation]:
        """The same of several that exist, in the order of their ids as given."""
        unknown = [number for number in negotiation_ids if number not in self._known]
        if unknown:
            await self._all(await self._connection.execute(SEVERAL, {"ids": unknown}))
        return [self._known[number] for number in negotiation_ids if number in self._known]

    async def get_for_update(self, negotiation_id: int) -> Negotiation | None:
        """The same as of now, locked until the end of the transaction."""
        return await self._one(BY_ID_LOCKED, negotiation_id)

    async def save(self, before: Negotiation, after: Negotiation, now: datetime) -> None:
        """Writes a change: the row, and the new offer if there is one."""
        values = {**moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values |= {"warned_at": None, **warning(after, now)}
        if after.freight != before.freight:
            values["freight"] = freight_record(after.freight)
        await self._connection.execute(SAVE, values)
        if after.offer.number != before.offer.number:
            await add_offer(self._connection, after)
        self._known[after.id] = after

    async def offers(self, negotiation_id: int) -> Sequence[Offer]:
        """All versions, first to last."""
        return await offers_from(self._connection, negotiation_id)

    async def of_person(self, person: Person, page: int, size: int) -> Sequence[Negotiation]:
        """A page of the person's open negotiations, those that wait for him first, latest change first."""
        query = (
            select(negotiations)
            .where(PARTY, OPEN)
            .order_by(case((HIS_TURN, 0), else_=1), negotiations.c.changed_at.desc(), negotiations.c.id)
            .limit(size)
            .offset(page * size)
        )
        return await self._all(await self._connection.execute(query, person_values(person)))

    async def waiting(self, person: Person) -> tuple[int, int]:
        """How many open negotiations the person has, and how many of them wait for him."""
        row = (await self._connection.execute(WAITING, person_values(person))).one()
        return row[0], row[1]

    async def ended(self, person: Person, page: int, size: int) -> Sequence[Negotiation]:
        """A page of the person's negotiations that are over, the latest end first."""
        query = (
            select(negotiations)
            .where(PARTY, ~OPEN)
            .order_by(negotiations.c.changed_at.desc(), negotiations.c.id)
            .limit(size)
            .offset(page * size)
        )
        return await self._all(await self._connection.execute(query, person_values(person)))

    async def count_ended(self, person: Person) -> int:
        """How many negotiations of the person are over."""
        query = select(func.count()).select_from(negotiations).where(PARTY, ~OPEN)
        count: int = (await self._connection.execute(query, person_values(person))).scalar_one()
        return count

    async def open_after(self, after: int, limit: int) -> Sequence[Negotiation]:
        """Open negotiations with ids above `after`, lowest first."""
        query = (
            select(negotiations)
            .where(OPEN, negotiations.c.id > after)
            .order_by(negotiations.c.id)
            .limit(limit)
        )
        return await self._all(await self._connection.execute(query))

    async def prolong(self, by: timedelta) -> None:
        """Moves the end of every open negotiation whose time runs, and the warning before it."""
        await self._connection.execute(
            update(negotiations).where(OPEN, RUNS).values(_later(by // MILLISECOND))
        )

    async def freeze(self, side: Side, party_id: int, now: datetime) -> None:
        """Stops the time of what waits for this buyer, or for this supplier."""
        stop = update(negotiations).where(waits_for(side, party_id), RUNS)
        await self._connection.execute(stop.values(frozen_at=to_millis(now)))
        self._known.clear()

    async def thaw(self, side: Side, party_id: int, now: datetime) -> None:
        """Lets the time of what waits for him go on where it stopped."""
        stood = to_millis(now) - negotiations.c.frozen_at
        go_on = update(negotiations).where(waits_for(side, party_id), ~RUNS)
        await self._connection.execute(go_on.values({**_later(stood), "frozen_at": None}))
        self._known.clear()

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations whose time is up."""
        return await self._open_before(now, limit)

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open negotiations that are to be warned of and were not."""
        return await self._open_before(now + LONGEST_WARNING, limit, is_to_be_warned(now))

    async def warned(self, negotiation_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is due, and the first before this deadline."""
        row = (negotiations.c.id == negotiation_id) & is_to_be_warned(now)
        note = update(negotiations).where(row).values(warned_at=to_millis(now))
        return (await self._connection.execute(note)).rowcount == 1

    async def _open_before(self, moment: datetime, limit: int, *more: ColumnElement[bool]) -> Sequence[int]:
        query = (
            select(negotiations.c.id)
            .where(OPEN, RUNS, negotiations.c.expires_at <= to_millis(moment), *more)
            .order_by(negotiations.c.expires_at)
            .limit(limit)
        )
        return (await self._connection.execute(query)).scalars().all()

    async def _one(self, query: Plain, negotiation_id: int) -> Negotiation | None:
        row = (await self._connection.execute(query, {"id": negotiation_id})).one_or_none()
        if row is None:
            return None
        latest = await offers_from(self._connection, row.id, row.version - 1)
        found = self._known[negotiation_id] = negotiation_of(row, latest)
        return found

    async def _all(self, found: Iterable[Row[Any]]) -> list[Negotiation]:
        """The negotiations of some rows, whose offers are read at once."""
        rows = list(found)
        latest = await latest_offers(self._connection, [row.id for row in rows]) if rows else {}
        whole = [negotiation_of(row, latest[row.id]) for row in rows]
        self._known.update((each.id, each) for each in whole)
        return whole


def _later(millis: Any) -> dict[str, Any]:
    return {name: negotiations.c[name] + millis for name in ("expires_at", "warns_at")}
