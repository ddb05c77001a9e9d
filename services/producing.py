"""Production: the seller begins it, and reports the stages it reaches."""

from dataclasses import dataclass

from domain.lifecycle import Deed, OrderStatus
from domain.milestone import Milestone, Stage
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Side
from services.notices import News, Notice
from services.order_deeds import OrderDeeds, OrderTarget
from services.photos import Photos
from services.recording import tell_side


@dataclass(frozen=True, slots=True)
class Report:
    """A stage that was reached, in the seller's words, with photos."""

    stage: Stage
    note: str = ""
    photos: Photos = ()


class Producing(OrderDeeds):
    """What a seller does between payment and shipping."""

    async def start(self, target: OrderTarget) -> Order:
        """The seller begins production; the buyer is told.

        - Not before what is due by then is paid: NotPaidYet.
        """
        before, side = await self._current(target)
        after = before.start_production(self._author(side))
        await self._save(before, Deed.START_PRODUCTION, after, side)
        await self._tell_other(after, side, News.PRODUCTION_STARTED)
        return after

    async def report(self, target: OrderTarget, report: Report) -> Milestone:
        """The seller reports a stage; the buyer gets every photo, then the words.

        - Only while the goods are made, each stage once: OrderMoveNotAllowed, StageReported.
        - Whatever revision the report was begun under: what was made is no matter of the terms.
        - At most ten photos and 500 characters: TooManyPhotos, NoteUnusable.
        """
        order, side = await self._locked(target.order_id)
        if side is not Side.SELLER or order.status is not OrderStatus.IN_PRODUCTION:
            raise OrderMoveNotAllowed(status=order.status, deed="report")
        milestone = await self._books.milestones.add(self._reached(order, report), report.photos)
        for place in range(1, len(report.photos) + 1):
            photo = Notice(News.MILESTONE_PHOTO, order.id, order.revision, f"{milestone.id} {place}")
            await tell_side(self._books, order, Side.BUYER, photo)
        await self._tell_other(order, side, News.MILESTONE, str(milestone.id))
        return milestone

    def _reached(self, order: Order, report: Report) -> Milestone:
        return Milestone(
            id=0,
            order_id=order.id,
            stage=report.stage,
            author_id=self._person.id,
            note=report.note.strip(),
            at=self._books.now,
            photos=len(report.photos),
        )
