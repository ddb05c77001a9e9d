"""Inquiries to several suppliers in the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from services.comparing.keeping import PlaceInRfq, Rfq
from storage.among import among
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.negotiation_conditions import OPEN
from storage.plain import Plain
from storage.tables.comparing import rfq_negotiations, rfqs
from storage.tables.trade import negotiations

ADD = Plain(insert(rfqs).returning(rfqs.c.id))
_with_negotiations = (
    select(rfqs, rfq_negotiations.c.negotiation_id)
    .join(rfq_negotiations, rfq_negotiations.c.rfq_id == rfqs.c.id)
    .order_by(rfqs.c.id.desc(), rfq_negotiations.c.negotiation_id)
)
BY_ID = Plain(_with_negotiations.where(rfqs.c.id == bindparam("id")))
LATEST = (
    select(rfqs.c.id)
    .where(rfqs.c.buyer_id == bindparam("buyer_id"))
    .order_by(rfqs.c.id.desc())
    .limit(bindparam("most"))
)
OF_BUYER = _with_negotiations.where(rfqs.c.id.in_(LATEST))
OF_NEGOTIATIONS = Plain(
    select(rfq_negotiations.c.negotiation_id, func.max(rfq_negotiations.c.rfq_id).label("rfq_id"))
    .where(among(rfq_negotiations.c.negotiation_id, "ids"))
    .group_by(rfq_negotiations.c.negotiation_id)
)
_other = rfq_negotiations.alias()
_latest = (
    select(func.max(rfq_negotiations.c.rfq_id))
    .where(rfq_negotiations.c.negotiation_id == bindparam("id"))
    .scalar_subquery()
)
PLACE_OF = Plain(
    select(_other.c.rfq_id, func.count(negotiations.c.id).label("others"))
    .select_from(_other)
    .outerjoin(
        negotiations,
        (negotiations.c.id == _other.c.negotiation_id) & (negotiations.c.id != bindparam("id")) & OPEN,
    )
    .where(_other.c.rfq_id == _latest)
    .group_by(_other.c.rfq_id)
)
OPEN_WITH = Plain(
    select(negotiations.c.product_id, func.max(negotiations.c.id).label("id"))
    .where(negotiations.c.buyer_id == bindparam("buyer_id"), OPEN, among(negotiations.c.product_id, "ids"))
    .group_by(negotiations.c.product_id)
)


class StoredRfqs:
    """Fulfils services.comparing.keeping.Rfqs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, buyer_id: int, negotiation_ids: Sequence[int], now: datetime) -> int:
        """Keeps one; returns its number."""
        sent = await self._connection.execute(ADD, {"buyer_id": buyer_id, "sent_at": to_millis(now)})
        number: int = sent.scalar_one()
        members = [{"rfq_id": number, "negotiation_id": each} for each in negotiation_ids]
        await self._connection.execute(insert(rfq_negotiations), members)
        return number

    async def get(self, rfq_id: int) -> Rfq | None:
        """The inquiry with its negotiations."""
        found = _rfqs_of(await self._connection.execute(BY_ID, {"id": rfq_id}))
        return found[0] if found else None

    async def of_buyer(self, buyer_id: int, limit: int) -> Sequence[Rfq]:
        """The buyer's latest ones, the latest first."""
        return _rfqs_of(await self._connection.execute(OF_BUYER, {"buyer_id": buyer_id, "most": limit}))

    async def of_negotiations(self, negotiation_ids: Sequence[int]) -> Mapping[int, int]:
        """The number of the latest one that each negotiation belongs to; none for the others."""
        found = await self._connection.execute(OF_NEGOTIATIONS, {"ids": negotiation_ids})
        return {row.negotiation_id: row.rfq_id for row in found}

    async def place_of(self, negotiation_id: int) -> PlaceInRfq | None:
        """The latest one that a negotiation belongs to, with how many others of it are open."""
        row = (await self._connection.execute(PLACE_OF, {"id": negotiation_id})).one_or_none()
        return PlaceInRfq(row.rfq_id, row.others) if row else None

    async def open_with(self, buyer_id: int, product_ids: Sequence[int]) -> Mapping[int, int]:
        """The buyer's open negotiation about each of these products, where there is one."""
        found = await self._connection.execute(OPEN_WITH, {"buyer_id": buyer_id, "ids": product_ids})
        return {row.product_id: row.id for row in found}


def _rfqs_of(rows: Iterable[Row[Any]]) -> list[Rfq]:
    """The inquiries of joined rows, in their order."""
    by_id: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
    return [
        Rfq(number, own[0].buyer_id, to_moment(own[0].sent_at), tuple(row.negotiation_id for row in own))
        for number, own in by_id.items()
    ]
