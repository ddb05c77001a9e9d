"""Whether claims' amounts are as they were sent, and together no more than their order: made anew."""

from collections import Counter
from typing import Any

from sqlalchemy import Row, select

from domain.claim_facts import LOST, UNDECIDED, ClaimKind
from domain.proposal import is_signed
from domain.terms import from_record
from storage.claim_rows import settlement_of
from storage.database import Connection
from storage.tables.claims import claim_versions, claims
from storage.tables.trade import orders


async def altered_claims(connection: Connection) -> list[int]:
    """Ids of claims with an amount or a reason that is not as it was sent."""
    v = claim_versions.c
    settled = (claims.c.currency, v.number, v.remedy, v.minor, v.freight, v.address, v.reason, v.digest)
    query = select(claims.c.id, *settled).join(claim_versions, v.claim_id == claims.c.id)
    return [
        row.id
        for row in await connection.execute(query)
        if not is_signed(row.digest, row.number, settlement_of(row), row.reason)
    ]


async def claims_above_total(connection: Connection) -> list[int]:
    """Ids of orders whose total is below what was won for lateness, or below what is given back for goods."""
    query = (
        select(
            orders.c.id,
            orders.c.terms,
            orders.c.amended,
            *(claims.c[name] for name in ("kind", "status", "claimed", "repaid")),
            claim_versions.c.minor,
        )
        .join(claims, claims.c.order_id == orders.c.id)
        .join(
            claim_versions,
            (claim_versions.c.claim_id == claims.c.id) & (claim_versions.c.number == claims.c.version),
        )
    )
    won, totals = Counter[tuple[int, bool]](), dict[int, int]()
    for row in await connection.execute(query):
        won[row.id, row.kind == ClaimKind.LATE] += _won(row)
        totals[row.id] = from_record(row.amended or row.terms).settle().total().minor
    return sorted({order_id for (order_id, _), sum_ in won.items() if sum_ > totals[order_id]})


def _won(row: Row[Any]) -> int:
    """Of lateness the days that were claimed are dealt with; of goods only what was agreed counts."""
    if row.status in UNDECIDED | LOST:
        return int(row.repaid)
    return int(row.claimed if row.kind == ClaimKind.LATE else max(row.minor, row.repaid))
