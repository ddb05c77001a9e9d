"""Receipt: the buyer has the goods or waits longer for them, and closes the order."""

from domain.lifecycle import Deed
from domain.order import Order
from domain.order_clock import MOST_PROLONGATIONS
from domain.refusal import Refusal
from services.moves import Subject
from services.notices import News
from services.order_deeds import OrderDeeds, OrderTarget


class ProlongedEnough(Refusal):
    """The buyer waited longer `most` times already."""


class Receiving(OrderDeeds):
    """What a buyer does once everything was shipped."""

    async def receive(self, target: OrderTarget) -> Order:
        """The buyer has the goods; the seller is told."""
        before, side = await self._current(target)
        after = before.receive(self._author(side))
        await self._save(before, Deed.RECEIVE, after, side)
        await self._tell_other(after, side, News.GOODS_RECEIVED)
        return after

    async def prolong(self, target: OrderTarget) -> Order:
        """The goods are not there yet: they count as received later. The seller is told.

        - At most three times; then the sides must talk: ProlongedEnough.
        """
        before, side = await self._current(target)
        after = before.prolong(self._author(side))
        moves = await self._books.ledger.moves(Subject.ORDER, before.id)
        if sum(move.deed is Deed.PROLONG for move in moves) >= MOST_PROLONGATIONS:
            raise ProlongedEnough(most=MOST_PROLONGATIONS)
        await self._save(before, Deed.PROLONG, after, side)
        await self._tell_other(after, side, News.RECEIPT_PROLONGED)
        return after

    async def complete(self, target: OrderTarget) -> Order:
        """The buyer has nothing more to ask; the seller is told. Raises NotSettled while he owes."""
        before, side = await self._current(target)
        standing = await self._books.money.standing(before)
        after = before.complete(self._author(side), is_settled=not standing.owed.minor)
        await self._save(before, Deed.COMPLETE, after, side)
        await self._tell_other(after, side, News.ORDER_COMPLETED)
        return after
