"""Claims on orders and their versions in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from domain.claim import Claim
from domain.claim_clock import WARNING
from domain.lifecycle import OPEN_CLAIMS
from domain.proposal import Proposal
from storage.claim_rows import claim_of, ground_values, moving, proposal_of, version_values
from storage.database import Connection
from storage.moments import to_millis
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
            **ground_values(claim.ground),
            "opened_at": to_millis(claim.opened_at),
            "claimed": claim.claimed.minor,
            "currency": claim.claimed.currency,
            **moving(claim, now),
        }
        number = (await self._connection.execute(ADD, values)).scalar_one()
        stored = replace(claim, id=number)
        await self._connection.execute(ADD_VERSION, version_values(stored))
        return stored

    async def get(self, claim_id: int) -> Claim | None:
        """The claim with the amount on the table."""
        row = (await self._connection.execute(BY_ID, {"id": claim_id})).one_or_none()
        return claim_of(row) if row else None

    async def get_for_update(self, claim_id: int) -> Claim | None:
        """The same, locked until the end of the transaction.

        Locked first and read then: PostgreSQL, having waited for a row, would not see the version that came.
        """
        await self._connection.execute(LOCK, {"id": claim_id})
        return await self.get(claim_id)

    async def of_order(self, order_id: int) -> Sequence[Claim]:
        """All claims on an order, first to last."""
        return [claim_of(row) for row in await self._connection.execute(OF_ORDER, {"order_id": order_id})]

    async def versions(self, claim_id: int) -> Sequence[Proposal]:
        """Every settlement that was on the table, first to last."""
        rows = await self._connection.execute(VERSIONS, {"id": claim_id})
        return [proposal_of(row, row.number, row.why) for row in rows]

    async def save(self, before: Claim, after: Claim, now: datetime) -> None:
        """Writes a change: the row, and the new version if there is one."""
        values = {**moving(after, now), "row": after.id}
        if after.expires_at != before.expires_at:
            values["warned_at"] = None
        await self._connection.execute(SAVE, values)
        if after.proposal.number > before.proposal.number:
            await self._connection.execute(ADD_VERSION, version_values(after))

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
