"""Cancelling together: once something was paid, one side asks and the other agrees or refuses."""

from typing import Final

from domain.lifecycle import Deed
from domain.order import Order
from domain.refusal import Refusal
from services.given_back import check_no_claim
from services.notices import News
from services.order_deeds import OrderDeeds, OrderTarget
from services.order_holds import check_not_held
from services.sample_credit import take_back_credit
from services.shipping_books import CancelRequest

MAX_REASON_LENGTH: Final = 500


class ReasonUnusable(Refusal):
    """A reason is empty or has more than `most` characters."""


class Cancelling(OrderDeeds):
    """What both sides do to end an order that was paid for."""

    async def ask(self, target: OrderTarget, reason: str) -> Order:
        """One side asks, and says why; the other is told and has three days to answer."""
        words = reason.strip()
        if not 0 < len(words) <= MAX_REASON_LENGTH:
            raise ReasonUnusable(most=MAX_REASON_LENGTH)
        before, side = await self._current(target)
        after = before.ask_to_cancel(self._author(side))
        await self._save(before, Deed.ASK_TO_CANCEL, after, side)
        request = CancelRequest(after.id, side, self._person.id, words, self._books.now)
        await self._books.cancel_requests.add(request)
        await self._tell_other(after, side, News.CANCEL_ASKED)
        return after

    async def agree(self, target: OrderTarget) -> Order:
        """The side that was asked agrees: the order ends, and the asker is told.

        - Not while a card is being charged: PaymentUnderWay.
        - Not while a claim on the goods is to be answered or made good: ClaimStands.
        """
        before, side = await self._current(target)
        after = before.answer_cancel(self._author(side), agrees=True)
        await check_not_held(self._books, before)
        await check_no_claim(self._books, before)
        await self._save(before, Deed.AGREE_TO_CANCEL, after, side)
        if after.terms.sample:
            await take_back_credit(self._books, after)
        await self._tell_other(after, side, News.ORDER_CANCELLED_TOGETHER)
        return after

    async def refuse(self, target: OrderTarget) -> Order:
        """The side that was asked refuses: the order goes on, and the asker is told."""
        before, side = await self._current(target)
        after = before.answer_cancel(self._author(side), agrees=False)
        await self._save(before, Deed.REFUSE_TO_CANCEL, after, side)
        await self._tell_other(after, side, News.CANCEL_REFUSED)
        return after
