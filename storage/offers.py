"""Offers in the database: added one by one, never changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select

from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.people import Side
from domain.terms import from_record, to_record
from storage.among import among
from storage.database import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.trade import negotiations, offers

ADD = Plain(insert(offers))
FROM_ONE_ON = Plain(
    select(offers)
    .where(offers.c.negotiation_id == bindparam("id"), offers.c.number >= bindparam("least"))
    .order_by(offers.c.number)
)

LATEST = Plain(
    select(offers)
    .join(negotiations, negotiations.c.id == offers.c.negotiation_id)
    .where(among(negotiations.c.id, "ids"), offers.c.number >= negotiations.c.version - 2)
    .order_by(offers.c.negotiation_id, offers.c.number)
)


async def offers_from(connection: Connection, negotiation_id: int, least: int = 1) -> Sequence[Offer]:
    """Versions from number `least` on, first to last."""
    rows = await connection.execute(FROM_ONE_ON, {"id": negotiation_id, "least": least})
    return [_offer_of(row) for row in rows]


async def latest_offers(
    connection: Connection, negotiation_ids: Sequence[int]
) -> Mapping[int, Sequence[Offer]]:
    """Of each of these negotiations the last three offers, first to last.

    Two are shown; the third is for a row that was read just before the newest was made.
    """
    found = defaultdict[int, list[Offer]](list)
    for row in await connection.execute(LATEST, {"ids": negotiation_ids}):
        found[row.negotiation_id].append(_offer_of(row))
    return found


async def add_offer(connection: Connection, negotiation: Negotiation) -> None:
    """Keeps the offer on the table."""
    offer = negotiation.offer
    values = {
        "negotiation_id": negotiation.id,
        "number": offer.number,
        "side": offer.side.value,
        "author_id": offer.author_id,
        "terms": to_record(offer.terms),
        "digest": offer.digest,
        "source": offer.source,
        "at": to_millis(offer.at),
    }
    await connection.execute(ADD, values)


def _offer_of(row: Row[Any]) -> Offer:
    terms = from_record(row.terms).settle()
    return Offer(row.number, Side(row.side), row.author_id, terms, to_moment(row.at), row.digest, row.source)
