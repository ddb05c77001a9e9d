"""Lists of changes that buyers want of samples, in the database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select, update

from domain.lifecycle import ChangesStatus
from domain.wanted_changes import WARNING, Verdict, WantedChanges, Wish, WishAnswer
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.plain import Plain
from storage.tables.golden import wanted_changes, wish_answers, wishes

_C: Final = wanted_changes.c
_OPEN: Final = ChangesStatus.AWAITING_SELLER.value
BY_ID: Final = Plain(select(wanted_changes).where(_C.id == bindparam("id")))
LOCK: Final = Plain(select(_C.id).where(_C.id == bindparam("id")).with_for_update())
LATEST: Final = Plain(
    select(wanted_changes).where(_C.order_id == bindparam("order")).order_by(_C.number.desc()).limit(1)
)
FOLLOWED: Final = Plain(select(wanted_changes).where(_C.next_order_id == bindparam("order")))
TO_FOLLOW: Final = Plain(
    select(wanted_changes)
    .where(
        _C.buyer_id == bindparam("buyer"),
        _C.product_id == bindparam("product"),
        _C.status == ChangesStatus.ANSWERED.value,
        _C.next_order_id.is_(None),
    )
    .order_by(_C.id.desc())
    .limit(1)
    .with_for_update()
)
WISHES: Final = Plain(
    select(wishes.c.words, wishes.c.bundle_id)
    .where(wishes.c.changes_id == bindparam("id"))
    .order_by(wishes.c.place)
)
ANSWERS: Final = Plain(
    select(wish_answers)
    .where(wish_answers.c.changes_id == bindparam("id"))
    .order_by(wish_answers.c.place, wish_answers.c.number)
)
ADD: Final = Plain(insert(wanted_changes).returning(_C.id))
ADD_WISH: Final = Plain(insert(wishes))
ADD_ANSWER: Final = Plain(insert(wish_answers))
SAVE: Final = Plain(update(wanted_changes).where(_C.id == bindparam("row")))
DUE: Final = Plain(
    select(_C.id)
    .where(_C.status == _OPEN, _C.expires_at <= bindparam("moment"))
    .order_by(_C.expires_at)
    .limit(bindparam("most"))
)
TO_WARN: Final = Plain(
    select(_C.id)
    .where(_C.status == _OPEN, _C.expires_at <= bindparam("moment"), _C.warned_at.is_(None))
    .order_by(_C.expires_at)
    .limit(bindparam("most"))
)
WARNED: Final = Plain(update(wanted_changes).where(_C.id == bindparam("row"), _C.warned_at.is_(None)))


class StoredChangeLists:
    """Fulfils services.golden_books.ChangeLists."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, changes: WantedChanges, product_id: int, now: datetime) -> WantedChanges:
        """Keeps a new list; returns it with its id."""
        values = {
            "order_id": changes.order_id,
            "number": changes.number,
            "buyer_id": changes.buyer_id,
            "supplier_id": changes.supplier_id,
            "product_id": product_id,
            "opened_at": to_millis(changes.opened_at),
            **_moving(changes, now),
        }
        number = (await self._connection.execute(ADD, values)).scalar_one()
        for place, wish in enumerate(changes.wishes, start=1):
            row = {"changes_id": number, "place": place, "words": wish.words, "bundle_id": wish.bundle_id}
            await self._connection.execute(ADD_WISH, row)
        return replace(changes, id=number)

    async def get(self, changes_id: int) -> WantedChanges | None:
        """The list with the latest answers."""
        return await self._one(BY_ID, id=changes_id)

    async def get_for_update(self, changes_id: int) -> WantedChanges | None:
        """The same, locked until the end of the transaction."""
        await self._connection.execute(LOCK, {"id": changes_id})
        return await self.get(changes_id)

    async def latest(self, order_id: int) -> WantedChanges | None:
        """The last list of a sample order."""
        return await self._one(LATEST, order=order_id)

    async def followed_by(self, order_id: int) -> WantedChanges | None:
        """The list that this second sample is checked against."""
        return await self._one(FOLLOWED, order=order_id)

    async def to_follow_for_update(self, buyer_id: int, product_id: int) -> WantedChanges | None:
        """The buyer's last answered list about a product of which no second sample was ordered, locked.

        An answer that is changed at the same time is either in it, or finds the second sample ordered.
        """
        return await self._one(TO_FOLLOW, buyer=buyer_id, product=product_id)

    async def save(self, before: WantedChanges, after: WantedChanges, now: datetime) -> None:
        """Writes a change: the row, and the answers that are new."""
        await self._connection.execute(SAVE, {**_moving(after, now), "row": after.id})
        for answer in after.answers:
            if answer not in before.answers:
                await self._connection.execute(ADD_ANSWER, _answer_values(after.id, answer))

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of lists that nobody answered in time."""
        return await self._ids(DUE, now, limit)

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of lists that are to be answered soon and were not warned of."""
        return await self._ids(TO_WARN, now + WARNING, limit)

    async def warned(self, changes_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first."""
        values = {"row": changes_id, "warned_at": to_millis(now)}
        return (await self._connection.execute(WARNED, values)).rowcount == 1

    async def _ids(self, query: Plain, moment: datetime, limit: int) -> Sequence[int]:
        values = {"moment": to_millis(moment), "most": limit}
        return [row.id for row in await self._connection.execute(query, values)]

    async def _one(self, query: Plain, **values: int) -> WantedChanges | None:
        row = (await self._connection.execute(query, values)).one_or_none()
        if row is None:
            return None
        wanted = [Wish(*each) for each in await self._connection.execute(WISHES, {"id": row.id})]
        answers = {each.place: each for each in await self._connection.execute(ANSWERS, {"id": row.id})}
        return _changes_of(row, tuple(wanted), tuple(map(_answer_of, answers.values())))


def _moving(changes: WantedChanges, now: datetime) -> dict[str, Any]:
    return {
        "status": changes.status.value,
        "expires_at": to_millis(changes.expires_at),
        "changed_at": to_millis(now),
        "checked": sorted(changes.checked),
        "next_order_id": changes.next_order_id or None,
    }


def _answer_values(changes_id: int, answer: WishAnswer) -> dict[str, Any]:
    return {
        "changes_id": changes_id,
        "place": answer.place,
        "number": answer.number,
        "verdict": answer.verdict.value,
        "reason": answer.reason,
        "author_id": answer.author_id,
        "at": to_millis(answer.at),
    }


def _changes_of(row: Row[Any], wanted: tuple[Wish, ...], answers: tuple[WishAnswer, ...]) -> WantedChanges:
    return WantedChanges(
        id=row.id,
        order_id=row.order_id,
        buyer_id=row.buyer_id,
        supplier_id=row.supplier_id,
        number=row.number,
        wishes=wanted,
        status=ChangesStatus(row.status),
        opened_at=to_moment(row.opened_at),
        expires_at=to_moment(row.expires_at),
        answers=answers,
        checked=frozenset(row.checked),
        next_order_id=row.next_order_id or 0,
    )


def _answer_of(row: Row[Any]) -> WishAnswer:
    return WishAnswer(
        row.place, row.number, Verdict(row.verdict), row.reason, row.author_id, to_moment(row.at)
    )
