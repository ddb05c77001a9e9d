"""Claims that wait for an operator, and what he asks the sides for, in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, func, insert, select, update

from domain.dispute import EvidenceRequest, Wanted
from domain.lifecycle import ClaimStatus
from domain.people import Side
from services.dispute_books import Record
from services.moves import Subject
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.side_records import record_of
from storage.tables.claims import claims
from storage.tables.disputes import evidence_requests
from storage.tables.metadata import is_word
from storage.tables.trade import moves

_R: Final = evidence_requests.c
_ESCALATED: Final = is_word(claims.c.status, ClaimStatus.ESCALATED.value)
_OF_CLAIM: Final = _R.claim_id == bindparam("of_claim")

COUNT: Final = Plain(select(func.count()).select_from(claims).where(_ESCALATED))
PAGE: Final = Plain(
    select(claims.c.id)
    .where(_ESCALATED)
    .order_by(claims.c.id)
    .limit(bindparam("most"))
    .offset(bindparam("first"))
)
EVER: Final = Plain(
    select(moves.c.id)
    .where(
        is_word(moves.c.subject, Subject.CLAIM.value),
        moves.c.subject_id == bindparam("of_claim"),
        is_word(moves.c.to_status, ClaimStatus.ESCALATED.value),
    )
    .limit(1)
)
ASK: Final = Plain(insert(evidence_requests))
LAST: Final = Plain(select(func.coalesce(func.max(_R.number), 0)).where(_OF_CLAIM))
OF_CLAIM: Final = Plain(select(evidence_requests).where(_OF_CLAIM).order_by(_R.number))
DUE: Final = {
    mark: Plain(
        select(_R.claim_id)
        .where(_R.until <= bindparam("moment"), _R.told_at.is_(None), _R[mark].is_(None))
        .order_by(_R.until)
        .limit(bindparam("most"))
    )
    for mark in ("warned_at", "told_at")
}
NOTE: Final = {
    mark: Plain(
        update(evidence_requests)
        .where(_OF_CLAIM, _R.until <= bindparam("moment"), _R[mark].is_(None))
        .returning(evidence_requests)
    )
    for mark in ("warned_at", "told_at")
}


class StoredDisputes:
    """Fulfils services.dispute_books.Disputes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def count(self) -> int:
        """How many claims wait for an operator."""
        count: int = (await self._connection.execute(COUNT, {})).scalar_one()
        return count

    async def page(self, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0), the oldest first."""
        values = {"most": size, "first": page * size}
        return [row.id for row in await self._connection.execute(PAGE, values)]

    async def is_one(self, claim_id: int) -> bool:
        """Whether an operator was ever called in for the claim."""
        return bool((await self._connection.execute(EVER, {"of_claim": claim_id})).first())

    async def ask(self, request: EvidenceRequest) -> EvidenceRequest:
        """Keeps a request; returns it with its number, which the lock of its claim makes the next."""
        last: int = (await self._connection.execute(LAST, {"of_claim": request.claim_id})).scalar_one()
        stored = replace(request, number=last + 1)
        await self._connection.execute(ASK, _values(stored))
        return stored

    async def requests(self, claim_id: int) -> Sequence[EvidenceRequest]:
        """All requests of a claim, first to last."""
        rows = await self._connection.execute(OF_CLAIM, {"of_claim": claim_id})
        return [_request(row) for row in rows]

    async def to_warn(self, moment: datetime, limit: int) -> Sequence[int]:
        """Ids of claims with a request that ends before then and was not warned of."""
        return await self._due("warned_at", moment, limit)

    async def ended(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of claims with a request whose end nobody was told of."""
        return await self._due("told_at", now, limit)

    async def warned(self, claim_id: int, moment: datetime, now: datetime) -> Sequence[EvidenceRequest]:
        """Notes that the requests which end before then are warned of; returns those that were not yet."""
        return await self._noted("warned_at", claim_id, moment, now)

    async def told(self, claim_id: int, now: datetime) -> Sequence[EvidenceRequest]:
        """Notes that the end of the requests which are over is told; returns those that were not yet."""
        return await self._noted("told_at", claim_id, now, now)

    async def of_buyer(self, buyer_id: int) -> Record:
        """What a buyer's orders came to."""
        return await record_of(self._connection, "buyer_id", buyer_id)

    async def of_supplier(self, supplier_id: int) -> Record:
        """What a supplier's orders came to."""
        return await record_of(self._connection, "supplier_id", supplier_id)

    async def _due(self, mark: str, moment: datetime, limit: int) -> Sequence[int]:
        values = {"moment": to_millis(moment), "most": limit}
        return sorted({row.claim_id for row in await self._connection.execute(DUE[mark], values)})

    async def _noted(
        self, mark: str, claim_id: int, moment: datetime, now: datetime
    ) -> Sequence[EvidenceRequest]:
        values = {"of_claim": claim_id, "moment": to_millis(moment), mark: to_millis(now)}
        return [_request(row) for row in await self._connection.execute(NOTE[mark], values)]


def _values(request: EvidenceRequest) -> dict[str, Any]:
    return {
        "claim_id": request.claim_id,
        "number": request.number,
        "operator_id": request.operator_id,
        "side": request.of.value if request.of else None,
        "wanted": request.wanted.value,
        "at": to_millis(request.at),
        "until": to_millis(request.until),
    }


def _request(row: Row[Any]) -> EvidenceRequest:
    return EvidenceRequest(
        claim_id=row.claim_id,
        number=row.number,
        operator_id=row.operator_id,
        of=Side(row.side) if row.side else None,
        wanted=Wanted(row.wanted),
        at=to_moment(row.at),
        until=to_moment(row.until),
    )
