"""Goods that travel because of a claim, in the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select

from domain.carriers import Carrier, Waybill
from domain.people import Side
from domain.return_parcel import Contest, ReturnParcel
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.returns import return_contests, return_parcels

SEND = Plain(insert(return_parcels))
OF_CLAIM = Plain(
    select(return_parcels)
    .where(return_parcels.c.claim_id == bindparam("claim"))
    .order_by(return_parcels.c.id)
)
CONTEST = Plain(insert(return_contests))
CONTESTS = Plain(
    select(return_contests)
    .where(return_contests.c.claim_id == bindparam("claim"))
    .order_by(return_contests.c.id)
)


class StoredReturns:
    """Fulfils services.return_books.Returns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def send(self, parcel: ReturnParcel) -> None:
        """Keeps a parcel."""
        waybill = parcel.waybill
        by = {
            "carrier": waybill.carrier.value if waybill.carrier else "",
            "carrier_name": waybill.name,
            "tracking": waybill.tracking,
        }
        await self._connection.execute(SEND, {**_said(parcel), **by})

    async def of_claim(self, claim_id: int) -> Sequence[ReturnParcel]:
        """The parcels of a claim, first to last."""
        return [_parcel(row) for row in await self._connection.execute(OF_CLAIM, {"claim": claim_id})]

    async def contest(self, contest: Contest) -> None:
        """Keeps what is said against a parcel."""
        await self._connection.execute(CONTEST, {**_said(contest), "reason": contest.reason})

    async def contests_of(self, claim_id: int) -> Sequence[Contest]:
        """What was said against the parcels of a claim, first to last."""
        return [_contest(row) for row in await self._connection.execute(CONTESTS, {"claim": claim_id})]


def _said(about: ReturnParcel | Contest) -> dict[str, Any]:
    return {
        "claim_id": about.claim_id,
        "side": about.side.value,
        "author_id": about.author_id,
        "at": to_millis(about.at),
    }


def _parcel(row: Row[Any]) -> ReturnParcel:
    waybill = Waybill(Carrier(row.carrier) if row.carrier else None, row.carrier_name, row.tracking)
    return ReturnParcel(row.claim_id, Side(row.side), waybill, row.author_id, to_moment(row.at))


def _contest(row: Row[Any]) -> Contest:
    return Contest(row.claim_id, Side(row.side), row.reason, row.author_id, to_moment(row.at))
