"""Whether offers are as they were sent, orders as they were agreed, and their splits as large as they."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from sqlalchemy import Row, func, select

from domain.details import LinesDiffer
from domain.details import from_record as details_from
from domain.refusal import Refusal
from domain.terms import from_record
from storage.database import Connection, Database
from storage.tables.trade import offers, orders

NEGOTIATIONS_AT_ONCE: Final = 2_000


@dataclass(slots=True)
class Altered:
    """Ids of negotiations with an altered offer, once for each, and of orders with altered terms.

    Those of `splits` are orders whose lines do not add up.
    """

    negotiations: list[int] = field(default_factory=list)
    orders: list[int] = field(default_factory=list)
    splits: list[int] = field(default_factory=list)


async def examine_offers(database: Database) -> AsyncIterator[Altered]:
    """What is altered among some negotiations, then among the next, in many short transactions."""
    first = await database.run(partial(_first_from, least=0))
    while first is not None:
        after = first + NEGOTIATIONS_AT_ONCE
        yield await database.run(partial(_examined, first=first, after=after))
        first = await database.run(partial(_first_from, least=after))


async def _first_from(connection: Connection, least: int) -> int | None:
    query = select(func.min(offers.c.negotiation_id)).where(offers.c.negotiation_id >= least)
    first: int | None = (await connection.execute(query)).scalar_one()
    return first


async def _examined(connection: Connection, first: int, after: int) -> Altered:
    made_of_it = (orders.c.negotiation_id == offers.c.negotiation_id) & (orders.c.version == offers.c.number)
    query = (
        select(
            offers.c.negotiation_id,
            offers.c.terms,
            offers.c.digest,
            orders.c.id.label("order_id"),
            orders.c.terms.label("ordered"),
            orders.c.amended,
            orders.c.details,
        )
        .select_from(offers.outerjoin(orders, made_of_it))
        .where(offers.c.negotiation_id >= first, offers.c.negotiation_id < after)
    )
    altered = Altered()
    for row in await connection.execute(query):
        _compare(row, altered)
    return altered


def _compare(row: Row[Any], altered: Altered) -> None:
    if _digest(row.terms) != row.digest:
        altered.negotiations.append(row.negotiation_id)
    elif row.order_id is not None and _digest(row.ordered) != row.digest:
        altered.orders.append(row.order_id)
    if row.order_id is not None and not _adds_up(row):
        altered.splits.append(row.order_id)


def _adds_up(row: Row[Any]) -> bool:
    """Whether the lines of an order, as it stands, sum to its quantity."""
    try:
        terms = from_record(row.amended or row.ordered).settle()
        details_from(row.details).check(terms.quantity.count)
    except LinesDiffer:
        return False
    except (Refusal, ValueError, TypeError, LookupError):
        return True
    return True


def _digest(record: dict[str, Any]) -> str:
    """The fingerprint of terms as they are kept; empty for what are no terms any more."""
    try:
        return from_record(record).settle().digest()
    except (Refusal, ValueError, TypeError, LookupError):
        return ""
