"""Claims on orders and their versions in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from domain.claim import Claim
from domain.claim_clock import WARNING
from domain.claim_facts import ClaimKind, ClaimReason, Ground
from domain.details import lines_from, lines_record
from domain.lifecycle import OPEN_CLAIMS, Actor, ClaimStatus
from domain.money import Money
from domain.people import Side
from domain.proposal import Proposal
from domain.settlement import Remedy, Settlement
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.claims import claim_versions, claims
from storage.tables.metadata import is_one_of

_V = claim_versions.c
_ON_TABLE = (
    _V.author,
    _V.author_id,
    _V.remedy,
    _V.minor,
    _V.freight,
    _V.address,
    _V.reason.label("why"),
    _V.digest,
    _V.at,
)
_WHOLE = select(claims, *_ON_TABLE).join(
    claim_versions, (_V.claim_id == claims.c.id) & (_V.number == claims.c.version)
)
BY_ID = Plain(_WHOLE.where(claims.c.id == bindparam("id")))
LOCK = Plain(select(claims.c.id).where(claims.c.id == bindparam("id")).with_for_update())
OF_ORDER = Plain(_WHOLE.where(claims.c.order_id == bindparam("order_id")).order_by(claims.c.id))
VERSIONS = Plain(
    select(claims.c.currency, _V.number, *_ON_TABLE)
    .join(claims, claims.c.id == _V.claim_id)
    .where(_V.claim_id == bindparam("id"))
    .order_by(_V.number)
)
ADD = Plain(insert(claims).returning(claims.c.id))
SAVE = Plain(update(claims).where(claims.c.id == bindparam("row")))
ADD_VERSION = Plain(insert(claim_versions))
DUE = Plain(
    select(claims.c.id)
    .where(is_one_of(claims.c.status, OPEN_CLAIMS), claims.c.expires_at <= bindparam("moment"))
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
            **_ground_values(claim.ground),
            "opened_at": to_millis(claim.opened_at),
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

    async def versions(self, claim_id: int) -> Sequence[Proposal]:
        """Every settlement that was on the table, first to last."""
        rows = await self._connection.execute(VERSIONS, {"id": claim_id})
        return [proposal_of(row, row.number, row.why) for row in rows]

    async def save(self, before: Claim, after: Claim, now: datetime) -> None:
        """Writes a change: the row, and the new version if there is one."""
        values = {**_moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values["warned_at"] = None
        await self._connection.execute(SAVE, values)
        if after.proposal.number > before.proposal.number:
            await self._connection.execute(ADD_VERSION, _version_values(after))

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims whose time in their present status is up."""
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
        "approved_by": [side.value for side in claim.approved_by],
        "repaid": claim.repaid,
        "decided": claim.decided,
        "reminders": claim.reminders,
        "evidence_from": claim.evidence_from.value if claim.evidence_from else None,
        "evidence_until": to_millis(claim.evidence_until) if claim.evidence_until else None,
        "expires_at": to_millis(claim.expires_at),
        "changed_at": to_millis(now),
    }


def _ground_values(ground: Ground) -> dict[str, Any]:
    return {
        "kind": ground.kind.value,
        "reason": ground.reason.value,
        "lines": lines_record(ground.lines) or None,
        "count": ground.count,
        "days": ground.days,
        "bundle_id": ground.bundle_id,
    }


def _version_values(claim: Claim) -> dict[str, Any]:
    proposal, settlement = claim.proposal, claim.proposal.settlement
    return {
        "claim_id": claim.id,
        "number": proposal.number,
        "author": proposal.by.value,
        "author_id": proposal.author_id,
        "remedy": settlement.remedy.value,
        "minor": settlement.amount.minor,
        "freight": settlement.freight.value if settlement.freight else None,
        "address": settlement.address,
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
        ground=_ground_of(row),
        claimed=Money(row.claimed, row.currency),
        status=ClaimStatus(row.status),
        proposal=proposal_of(row, row.version, row.why),
        opened_at=to_moment(row.opened_at),
        expires_at=to_moment(row.expires_at),
        approved_by=tuple(Side(side) for side in row.approved_by),
        repaid=row.repaid,
        decided=row.decided,
        reminders=row.reminders,
        evidence_from=Side(row.evidence_from) if row.evidence_from else None,
        evidence_until=to_moment(row.evidence_until) if row.evidence_until else None,
    )


def _ground_of(row: Row[Any]) -> Ground:
    return Ground(
        kind=ClaimKind(row.kind),
        reason=ClaimReason(row.reason),
        lines=lines_from(row.lines or ()),
        count=row._mapping["count"],
        days=row.days,
        bundle_id=row.bundle_id,
    )


def proposal_of(row: Row[Any], number: int, reason: str) -> Proposal:
    """The proposal in a row that has the claim's currency beside the version's own columns."""
    return Proposal(
        number=number,
        by=Actor(row.author),
        author_id=row.author_id,
        settlement=settlement_of(row),
        reason=reason,
        at=to_moment(row.at),
        digest=row.digest,
    )


def settlement_of(row: Row[Any]) -> Settlement:
    """The settlement in a row that has the claim's currency beside the version's own columns."""
    freight = Side(row.freight) if row.freight else None
    return Settlement(Remedy(row.remedy), Money(row.minor, row.currency), freight, row.address)
