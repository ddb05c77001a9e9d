"""Milestones of production in the database."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Row, bindparam, insert, select

from domain.milestone import Milestone, Stage, StageReported
from services.photos import Photos
from storage.connection import Connection
from storage.moments import to_millis, to_moment
from storage.photos import add_photos, photos_of
from storage.plain import Plain
from storage.tables.shipping import milestone_files, milestones

ADD: Final = Plain(insert(milestones).returning(milestones.c.id))
ADD_FILE: Final = Plain(insert(milestone_files))
BY_ID: Final = Plain(select(milestones).where(milestones.c.id == bindparam("id")))
OF_ORDER: Final = Plain(
    select(milestones).where(milestones.c.order_id == bindparam("order")).order_by(milestones.c.id)
)
FILES: Final = Plain(
    select(milestone_files)
    .where(milestone_files.c.milestone_id == bindparam("id"))
    .order_by(milestone_files.c.place)
)


class StoredMilestones:
    """Fulfils services.shipping_books.Milestones."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, milestone: Milestone, photos: Photos) -> Milestone:
        """Keeps a milestone; returns it with its id. Raises StageReported; the order must be locked."""
        if any(each.stage is milestone.stage for each in await self.of_order(milestone.order_id)):
            raise StageReported(stage=milestone.stage)
        values = {
            "order_id": milestone.order_id,
            "stage": milestone.stage.value,
            "author_id": milestone.author_id,
            "note": milestone.note,
            "photos": len(photos),
            "at": to_millis(milestone.at),
        }
        number = (await self._connection.execute(ADD, values)).scalar_one()
        await add_photos(self._connection, ADD_FILE, {"milestone_id": number}, photos)
        return replace(milestone, id=number)

    async def of_order(self, order_id: int) -> Sequence[Milestone]:
        """All of an order, first to last."""
        return [_milestone(row) for row in await self._connection.execute(OF_ORDER, {"order": order_id})]

    async def get(self, milestone_id: int) -> Milestone | None:
        """The milestone."""
        row = (await self._connection.execute(BY_ID, {"id": milestone_id})).one_or_none()
        return _milestone(row) if row else None

    async def photos(self, milestone_id: int) -> Photos:
        """Its photos in their order."""
        return photos_of(await self._connection.execute(FILES, {"id": milestone_id}))


def _milestone(row: Row[Any]) -> Milestone:
    return Milestone(
        row.id, row.order_id, Stage(row.stage), row.author_id, row.note, to_moment(row.at), row.photos
    )
