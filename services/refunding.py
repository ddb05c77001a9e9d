"""Giving money back: what was paid too much, or for an order that is dead."""

from domain.ledger import Entry, refund
from domain.money import Money
from domain.order import Order
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.booking import book
from services.notices import News, Notice
from services.ports import Books
from services.refusals import NotFound
from services.statements import LedgerMoved


class NothingToRefund(Refusal):
    """Nothing is to be given back in this way."""


def refundable(standing: Standing) -> tuple[PaymentMethod, Money] | None:
    """What is to be given back and how: by the way that brought most; None if nothing is.

    Never more than that way brought and did not give back yet.
    """
    brought = [(method, kept) for method, kept in standing.by_method if kept.minor > 0]
    if not standing.credit.minor or not brought:
        return None
    method, kept = max(brought, key=lambda each: each[1].minor)
    return method, Money(min(kept.minor, standing.credit.minor), kept.currency)


async def ask_operators(books: Books, order: Order, operator_ids: frozenset[int]) -> bool:
    """Asks the operators to give back what was paid by card; returns whether anything is."""
    standing = await books.money.standing(order)
    back = refundable(standing)
    if back is None or back[0] is not PaymentMethod.CARD:
        return False
    detail = f"{back[1].minor} {back[1].currency}"
    for operator_id in sorted(operator_ids):
        books.post.tell(operator_id, Notice(News.CARD_REFUND_DUE, order.id, standing.bookings, detail))
    return True


class Refunding:
    """The refunds that one person books."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def sent(self, order_id: int, bookings: int) -> Order:
        """What is to be given back was sent back; `bookings` is how many there were when it was asked.

        - A seller says so of transfers and Alipay, an operator of cards: it is his provider that pays back.
        - Never more than was paid and not given back, decided under the order's lock, once for each state of
          the ledger.
        Raises NotFound, LedgerMoved, NothingToRefund.
        """
        order = await self._books.orders.get_for_update(order_id)
        if order is None:
            raise NotFound(what="order")
        standing = await self._books.money.standing(order)
        back = refundable(standing)
        self._check_right(order, back[0] if back else None)
        if standing.bookings != bookings:
            raise LedgerMoved(order=order.number)
        if back is None:
            raise NothingToRefund(order=order.number)
        key = f"refund:{order.id}:{bookings}"
        entry = Entry(order.id, key, self._person.id, self._books.cause, self._books.now)
        return await book(self._books, order, refund(entry, *back))

    def _check_right(self, order: Order, method: PaymentMethod | None) -> None:
        side = self._person.side_in(order.buyer_id, order.supplier_id)
        by_card = method is PaymentMethod.CARD
        if not (self._person.is_operator if by_card else side is Side.SELLER):
            raise NotFound(what="order")
