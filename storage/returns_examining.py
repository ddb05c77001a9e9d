"""Whether goods that sellers took back are within what had left, and refunded within what they are worth."""

from collections import Counter
from typing import Any, Final

from sqlalchemy import Row, exists, select

from domain import details
from domain.details import lines_from
from domain.terms import from_record
from domain.worth import worth
from storage.database import Connection
from storage.tables.claims import claim_versions, claims
from storage.tables.metadata import is_word
from storage.tables.trade import moves, orders

_TAKEN: Final = exists().where(
    is_word(moves.c.subject, "claim"), moves.c.subject_id == claims.c.id, is_word(moves.c.deed, "take_back")
)
_RETURNED: Final = (
    select(
        orders.c.id,
        orders.c.terms,
        orders.c.amended,
        orders.c.details,
        orders.c.shipped,
        claims.c.count.label("units"),
        claims.c.lines,
        claims.c.repaid,
    )
    .join(claims, claims.c.order_id == orders.c.id)
    .join(
        claim_versions,
        (claim_versions.c.claim_id == claims.c.id) & (claim_versions.c.number == claims.c.version),
    )
    .where(is_word(claim_versions.c.remedy, "return"), _TAKEN)
    .order_by(orders.c.id)
)


async def returned_beyond_delivered(connection: Connection) -> list[int]:
    """Ids of orders of which more came back than had left, of a line or in all, or is refunded too much."""
    units, by_line, found = Counter[int](), Counter[Any](), set[int]()
    for row in await connection.execute(_RETURNED):
        units[row.id] += row.units
        lines = lines_from(row.lines or ())
        by_line.update({(row.id, line.specs): line.count for line in lines})
        ordered = {(row.id, line.specs): line.count for line in details.from_record(row.details).lines}
        is_beyond = any(by_line[key] > ordered.get(key, 0) for key in by_line if key[0] == row.id)
        if is_beyond or units[row.id] > row.shipped or _is_above_worth(row):
            found.add(row.id)
    return sorted(found)


def _is_above_worth(row: Row[Any]) -> bool:
    terms = from_record(row.amended or row.terms).settle()
    return bool(row.units > terms.quantity.count or row.repaid > worth(terms, row.units).minor)
