"""A person's claims in pages: from an index for each side, so that the claims of others cost nothing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, func, select, true, union_all

from domain.lifecycle import OPEN_CLAIMS
from domain.people import Person, Side
from services.claim_list import ClaimFilter, ClaimTally
from storage.among import among
from storage.connection import Connection
from storage.order_conditions import person_values
from storage.plain import Plain
from storage.tables.claims import claims
from storage.tables.metadata import is_one_of

_IS_BUYER: Final = claims.c.buyer_id == bindparam("person_id")
_PARTY: Final[Mapping[Side, ColumnElement[bool]]] = {
    Side.BUYER: _IS_BUYER,
    Side.SELLER: and_(among(claims.c.supplier_id, "supplier_ids"), ~_IS_BUYER),
}
_SHOWN: Final[Mapping[ClaimFilter, ColumnElement[bool]]] = {
    ClaimFilter.OPEN: is_one_of(claims.c.status, OPEN_CLAIMS),
    ClaimFilter.ALL: true(),
}
_BOTH: Final = (Side.BUYER, Side.SELLER)


def _page(shown: ClaimFilter, sides: Sequence[Side]) -> Plain:
    """Of each side as many as the page and those before it can need, then the page of all of them."""
    latest = (claims.c.changed_at.desc(), claims.c.id.desc())
    arms = [
        select(claims.c.id, claims.c.changed_at)
        .where(_PARTY[side], _SHOWN[shown])
        .order_by(*latest)
        .limit(bindparam("until"))
        .subquery()
        for side in sides
    ]
    found = union_all(*(select(arm) for arm in arms)).subquery()
    return Plain(
        select(found.c.id)
        .order_by(found.c.changed_at.desc(), found.c.id.desc())
        .limit(bindparam("most"))
        .offset(bindparam("before"))
    )


_PAGES: Final[Mapping[tuple[ClaimFilter, tuple[Side, ...]], Plain]] = {
    (shown, sides): _page(shown, sides) for shown in ClaimFilter for sides in ((Side.BUYER,), _BOTH)
}
_TALLIES: Final = {
    (shown, side): Plain(select(func.count()).select_from(claims).where(_PARTY[side], _SHOWN[shown]))
    for shown in ClaimFilter
    for side in Side
}


class StoredClaimList:
    """Fulfils services.claim_list.ClaimList."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def tally(self, person: Person) -> ClaimTally:
        """How many claims each filter shows."""
        counts = Counter[ClaimFilter]()
        for side in _sides(person):
            for shown in ClaimFilter:
                query = _TALLIES[shown, side]
                counts[shown] += (await self._connection.execute(query, _values(person, side))).scalar_one()
        return counts

    async def page(self, person: Person, shown: ClaimFilter, page: int, size: int) -> Sequence[int]:
        """Ids of a page (from 0), the latest change first."""
        sides = _sides(person)
        values = {"most": size, "before": page * size, "until": (page + 1) * size}
        found = await self._connection.execute(_PAGES[shown, sides], {**_values(person, *sides), **values})
        return found.scalars().all()


def _sides(person: Person) -> tuple[Side, ...]:
    return _BOTH if person.is_seller else (Side.BUYER,)


def _values(person: Person, *sides: Side) -> dict[str, Any]:
    values = person_values(person)
    return values if Side.SELLER in sides else {"person_id": values["person_id"]}
