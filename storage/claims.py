"""Claims on orders and their versions in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.claim import WARNING, Claim, Proposal
from domain.lifecycle import OPEN_CLAIMS, ClaimStatus
from domain.money import Money
from domain.people import Side
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.claims import ANSWERABLE, claim_versions, claims
from storage.tables.metadata import is_one_of

_V = claim_versions.c
_WHOLE = select(claims, _V.side, _V.author_id, _V.minor, _V.reason, _V.digest, _V.at).join(
    claim_versions, (_V.claim_id == claims.c.id) & (_V.number == claims.c.version)
)
BY_ID = Plain(_WHOLE.where(claims.c.id == bindparam("id")))
LOCK = Plain(select(claims.c.id).where(claims.c.id == bindparam("id")).with_for_update())
OF_ORDER = Plain(_WHOLE.where(claims.c.order_id == bindparam("order_id")).order_by(claims.c.id))
ADD = Plain(insert(claims).returning(claims.c.id))
SAVE = Plain(update(claims).where(claims.c.id == bindparam("row")))
ADD_VERSION = Plain(insert(claim_versions))
DUE = Plain(
    select(claims.c.id)
    .where(is_one_of(claims.c.status, ANSWERABLE), claims.c.expires_at <= bindparam("moment"))
    .order_by(claims.c.expires_at)
    .limit(bindparam("most"))
)
TO_WARN = Plain(
    select(claims.c.id)
    .where(
        is_one_of(claims.c.status, OPEN_CLAIMS),
        claims.c.expires_at <= bindparam("moment"),
        claims.c.warned_at.is_(None),
    )
    .order_by(claims.c.expires_at)
    .limit(bindparam("most"))
)
WARNED = Plain(update(claims).where(claims.c.id == bindparam("row"), claims.c.warned_at.is_(None)))


class StoredClaims:
    """Fulfils services.claim_books.Claims."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, claim: Claim, now: datetime) -> Claim:
        """Keeps a new claim and its first version; returns it with its id."""
        values = {
            "order_id": claim.order_id,
            "buyer_id": claim.buyer_id,
            "supplier_id": claim.supplier_id,
            "days": claim.days,
            "claimed": claim.claimed.minor,
            "currency": claim.claimed.currency,
            **_moving(claim, now),
        }
        number = (await self._connection.execute(ADD, values)).scalar_one()
        stored = replace(claim, id=number)
        await self._connection.execute(ADD_VERSION, _version_values(stored))
        return stored

    async def get(self, claim_id: int) -> Claim | None:
        """The claim with the amount on the table."""
        row = (await self._connection.execute(BY_ID, {"id": claim_id})).one_or_none()
        return _claim_of(row) if row else None

    async def get_for_update(self, claim_id: int) -> Claim | None:
        """The same, locked until the end of the transaction.

        Locked first and read then: PostgreSQL, having waited for a row, would not see the version that came.
        """
        await self._connection.execute(LOCK, {"id": claim_id})
        return await self.get(claim_id)

    async def of_order(self, order_id: int) -> Sequence[Claim]:
        """All claims on an order, first to last."""
        return [_claim_of(row) for row in await self._connection.execute(OF_ORDER, {"order_id": order_id})]

    async def save(self, before: Claim, after: Claim, now: datetime) -> None:
        """Writes a change: the row, and the new version if there is one."""
        values = {**_moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values["warned_at"] = None
        await self._connection.execute(SAVE, values)
        if after.proposal.number > before.proposal.number:
            await self._connection.execute(ADD_VERSION, _version_values(after))

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims that nobody answered in time."""
        return await self._ids(DUE, now, limit)

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims that are to be answered or paid soon and were not warned of."""
        return await self._ids(TO_WARN, now + WARNING, limit)

    async def warned(self, claim_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""
        values = {"row": claim_id, "warned_at": to_millis(now)}
        return (await self._connection.execute(WARNED, values)).rowcount == 1

    async def _ids(self, query: Plain, moment: datetime, limit: int) -> Sequence[int]:
        values = {"moment": to_millis(moment), "most": limit}
        return [row.id for row in await self._connection.execute(query, values)]


def _moving(claim: Claim, now: datetime) -> dict[str, Any]:
    return {
        "status": claim.status.value,
        "version": claim.proposal.number,
        "closing": claim.closing,
        "expires_at": to_millis(claim.expires_at),
        "changed_at": to_millis(now),
    }


def _version_values(claim: Claim) -> dict[str, Any]:
    proposal = claim.proposal
    return {
        "claim_id": claim.id,
        "number": proposal.number,
        "side": proposal.side.value,
        "author_id": proposal.author_id,
        "minor": proposal.amount.minor,
        "reason": proposal.reason,
        "digest": proposal.digest,
        "at": to_millis(proposal.at),
    }


def _claim_of(row: Row[Any]) -> Claim:
    return Claim(
        id=row.id,
        order_id=row.order_id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        days=row.days,
        claimed=Money(row.claimed, row.currency),
        status=ClaimStatus(row.status),
        proposal=_proposal_of(row),
        expires_at=to_moment(row.expires_at),
        closing=row.closing,
    )


def _proposal_of(row: Row[Any]) -> Proposal:
    return Proposal(
        number=row.version,
        side=Side(row.side),
        author_id=row.author_id,
        amount=Money(row.minor, row.currency),
        reason=row.reason,
        at=to_moment(row.at),
        digest=row.digest,
    )
