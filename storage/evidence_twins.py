"""Pictures that are evidence on several orders: the same bytes, or nearly the same picture."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, select

from services.evidence import Exhibit, Twin
from storage.connection import Connection
from storage.plain import Plain
from storage.tables.copies import copies
from storage.tables.evidence import evidence_bundles, exhibits

MOST_COMPARED: Final = 20_000
"""The newest pictures; an operator waits for this, nobody else asks."""
MOST_BITS: Final = 6
"""So many of the 64 bits of a likeness may differ: enough for another size, not for another picture."""

_OWN: Final = Plain(select(copies.c.likeness).where(copies.c.unique_id == bindparam("file")))
_ORDER: Final = Plain(select(evidence_bundles.c.order_id).where(evidence_bundles.c.id == bindparam("bundle")))
_OTHERS: Final = Plain(
    select(evidence_bundles.c.order_id, copies.c.sha256, copies.c.likeness)
    .select_from(exhibits)
    .join(copies, copies.c.unique_id == exhibits.c.unique_id)
    .join(evidence_bundles, evidence_bundles.c.id == exhibits.c.bundle_id)
    .where(copies.c.sha256 != "", evidence_bundles.c.order_id != bindparam("order"))
    .order_by(exhibits.c.id.desc())
    .limit(MOST_COMPARED)
)


async def twins_of(connection: Connection, exhibit: Exhibit) -> Sequence[Twin]:
    """One for each other order, the same before the similar."""
    if not exhibit.sha256:
        return ()
    file, bundle = {"file": exhibit.photo.file.unique_id}, {"bundle": exhibit.bundle_id}
    likeness: str = (await connection.execute(_OWN, file)).scalar_one()
    order: int = (await connection.execute(_ORDER, bundle)).scalar_one()
    found: dict[int, bool] = {}
    for row in await connection.execute(_OTHERS, {"order": order}):
        is_same = row.sha256 == exhibit.sha256
        if is_same or _are_alike(likeness, row.likeness):
            found[row.order_id] = found.get(row.order_id, False) or is_same
    return [
        Twin(number, same) for number, same in sorted(found.items(), key=lambda each: (not each[1], each))
    ]


def _are_alike(one: str, other: str) -> bool:
    """A picture of one colour has no likeness: all its bits are zero."""
    if not int(one or "0", 16) or not other:
        return False
    return (int(one, 16) ^ int(other, 16)).bit_count() <= MOST_BITS
