"""Whether claims' amounts are as they were sent, and together no more than their order: made anew."""

from collections import Counter
from typing import Final

from sqlalchemy import select

from domain.proposal import is_signed
from domain.terms import from_record
from storage.claims import settlement_of
from storage.database import Connection
from storage.tables.claims import claim_versions, claims
from storage.tables.metadata import is_one_of
from storage.tables.trade import orders

_WON: Final = is_one_of(claims.c.status, ("agreed", "decided", "settled"))


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
    """Ids of orders whose agreed claims had claimed more than the order's total."""
    query = (
        select(orders.c.id, orders.c.terms, orders.c.amended, claims.c.claimed)
        .join(claims, claims.c.order_id == orders.c.id)
        .where(_WON)
    )
    claimed, totals = Counter[int](), dict[int, int]()
    for row in await connection.execute(query):
        claimed[row.id] += row.claimed
        totals[row.id] = from_record(row.amended or row.terms).settle().total().minor
    return [order_id for order_id, sum_ in claimed.items() if sum_ > totals[order_id]]
