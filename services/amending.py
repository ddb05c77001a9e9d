"""Changing a binding order: one verb a method, each under the lock of the order's row."""

from domain.amendment import Amendment, Answer, StaleAmendment
from domain.details import Details
from domain.lifecycle import Deed
from domain.offer import Author
from domain.order import Order, StaleOrder
from domain.people import Person, Side
from domain.terms import Terms
from services.notices import News, Notice
from services.order_deeds import OrderTarget
from services.ports import Books
from services.recording import doer, record, tell_side
from services.refusals import NotFound


class Amending:
    """The amendments of one person's orders, within one transaction."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def propose(self, target: OrderTarget, terms: Terms, details: Details | None = None) -> Amendment:
        """A side wants these terms instead, and perhaps other details; the other is told.

        - Only of a binding order that has not shipped, and of the revision that the person saw.
        - One amendment of an order waits at a time.
        """
        order, author = await self._locked(target.order_id)
        if order.revision != target.revision:
            raise StaleOrder(revision=target.revision, current=order.revision)
        last = await self._books.amendments.last(order.id)
        amendment = Amendment.propose(order, author, terms, last, details)
        await self._books.amendments.add(amendment, self._books.now)
        await self._tell(order, author.side.other, News.AMENDMENT_PROPOSED, amendment)
        return amendment

    async def accept(self, order_id: int, number: int) -> Order:
        """The other side agrees: the order's next revision, confirmed by both presses.

        Raises StaleAmendment unless just this amendment still waits.
        """
        before, author = await self._locked(order_id)
        amendment = await self._waiting(before, number)
        after = await self._funded(amendment.accepted(before, author), author)
        await self._books.amendments.answer(amendment, Answer.ACCEPTED, author)
        await self._books.orders.save(before, after, self._books.now)
        await record(self._books, before, after, Deed.AMEND, doer(author))
        await self._tell(after, author.side.other, News.AMENDMENT_ACCEPTED, amendment)
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
        order, author = await self._locked(order_id)
        amendment = await self._waiting(order, number)
        own = answer is Answer.WITHDRAWN
        amendment.check(order, author, amendment.side if own else amendment.side.other)
        await self._books.amendments.answer(amendment, answer, author)
        news = News.AMENDMENT_WITHDRAWN if own else News.AMENDMENT_DECLINED
        await self._tell(order, author.side.other, news, amendment)

    async def _locked(self, order_id: int) -> tuple[Order, Author]:
        order = await self._books.orders.get_for_update(order_id)
        side = self._person.side_in(order.buyer_id, order.supplier_id) if order else None
        if order is None or side is None:
            raise NotFound(what="order")
        return order, Author(self._person.id, side, self._books.now)

    async def _waiting(self, order: Order, number: int) -> Amendment:
        amendment = await self._books.amendments.last(order.id)
        if amendment is None or amendment.number < number:
            raise NotFound(what="amendment")
        if amendment.number != number:
            raise StaleAmendment(number=number)
        return amendment

    async def _tell(self, order: Order, side: Side, news: News, amendment: Amendment) -> None:
        notice = Notice(news, order.id, order.revision, detail=str(amendment.number))
        await tell_side(self._books, order, side, notice)
