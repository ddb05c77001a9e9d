"""Changing a binding order: one verb a method, each under the lock of the order's row."""

from domain.amendment import Amendment, Answer, StaleAmendment
from domain.details import Details
from domain.lifecycle import Deed
from domain.offer import Author
from domain.order import Order
from domain.terms import Terms
from services.given_back import check_total
from services.notices import News
from services.order_deeds import OrderDeeds, OrderTarget
from services.order_holds import check_not_held
from services.refusals import NotFound


class Amending(OrderDeeds):
    """The amendments of one person's orders, within one transaction."""

    async def propose(self, target: OrderTarget, terms: Terms, details: Details | None = None) -> Amendment:
        """A side wants these terms instead, and perhaps other details; the other is told.

        - Only of a binding order that has not shipped, and of the revision that the person saw.
        - One amendment of an order waits at a time.
        - The total stays above what claims give back: BelowGivenBack.
        """
        order, side = await self._current(target)
        await check_total(self._books, order, terms)
        last = await self._books.amendments.last(order.id)
        amendment = Amendment.propose(order, self._author(side), terms, last, details)
        await self._books.amendments.add(amendment, self._books.now)
        await self._tell_other(order, side, News.AMENDMENT_PROPOSED, str(amendment.number))
        return amendment

    async def accept(self, order_id: int, number: int) -> Order:
        """The other side agrees: the order's next revision, confirmed by both presses.

        - Not while a card is being charged for what was to be paid before: PaymentUnderWay.
        - The total stays above what claims give back by now: BelowGivenBack.
        Raises StaleAmendment unless just this amendment still waits, and FewerThanShipped.
        """
        before, side = await self._locked(order_id)
        author, amendment = self._author(side), await self._waiting(before, number)
        amended = amendment.accepted(before, author)
        await check_total(self._books, before, amended.terms)
        await check_not_held(self._books, before)
        after = await self._funded(amended, author)
        await self._books.amendments.answer(amendment, Answer.ACCEPTED, author)
        await self._save(before, Deed.AMEND, after, side)
        await self._tell_other(after, side, News.AMENDMENT_ACCEPTED, str(number))
        return after

    async def _funded(self, amended: Order, author: Author) -> Order:
        """What was paid may be enough for the new terms: one deed, recorded as the amendment."""
        if amended.is_funded or not (await self._books.money.standing(amended)).is_funded:
            return amended
        return amended.fund(author)

    async def decline(self, order_id: int, number: int) -> None:
        """The other side wants the order as it is. Raises StaleAmendment."""
        await self._end(order_id, number, Answer.DECLINED)

    async def withdraw(self, order_id: int, number: int) -> None:
        """The side that proposed it takes it back. Raises StaleAmendment."""
        await self._end(order_id, number, Answer.WITHDRAWN)

    async def _end(self, order_id: int, number: int, answer: Answer) -> None:
        order, side = await self._locked(order_id)
        author, amendment = self._author(side), await self._waiting(order, number)
        own = answer is Answer.WITHDRAWN
        amendment.check(order, author, amendment.side if own else amendment.side.other)
        await self._books.amendments.answer(amendment, answer, author)
        news = News.AMENDMENT_WITHDRAWN if own else News.AMENDMENT_DECLINED
        await self._tell_other(order, side, news, str(number))

    async def _waiting(self, order: Order, number: int) -> Amendment:
        amendment = await self._books.amendments.last(order.id)
        if amendment is None or amendment.number < number:
            raise NotFound(what="amendment")
        if amendment.number != number:
            raise StaleAmendment(number=number)
        return amendment
