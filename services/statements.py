"""What a buyer says to have paid, and what the seller finds: only Payment received books anything."""

from typing import Final

from domain.ledger import AmountNotPositive, Entry, payment
from domain.lifecycle import OrderStatus
from domain.money import Money
from domain.order import Order
from domain.paying import PAYABLE, NothingToPay
from domain.people import Person, Side
from domain.refusal import Refusal
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.booking import book
from services.notices import News, Notice
from services.order_deeds import OrderDeeds, locked_as
from services.payment_books import Answer, Statement
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound

MOST_SLIPS: Final = 10
LONGEST_REASON: Final = 500


class AnsweredAlready(Refusal):
    """Somebody of the supplier answered this statement before."""


class LedgerMoved(Refusal):
    """Something was booked for the order since the question was put."""


class StatementWaits(Refusal):
    """The buyer says he paid and waits for an answer to that: booked beside it, it might count twice."""


class AmountUnread(Refusal):
    """What was typed is no amount of money."""


class CurrencyMismatch(Refusal):
    """An amount is not in the order's `currency`."""


class Stating:
    """What one person says about payments of his orders, as buyer or as seller."""

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def state(self, statement: Statement) -> Statement:
        """The buyer says he paid; the seller is asked. Moves no money.

        - By hand only, and to an account of the order's supplier: NotFound.
        Raises NothingToPay, AmountNotPositive, CurrencyMismatch.
        """
        order = await self._order(statement.order_id, Side.BUYER)
        _check(order, statement.amount)
        await self._check_account(order, statement)
        kept = await self._books.statements.add(statement)
        notice = Notice(News.PAYMENT_STATED, order.id, order.revision, str(kept.id))
        await tell_side(self._books, order, Side.SELLER, notice)
        return kept

    async def see(self, statement_id: int) -> tuple[Order, Statement]:
        """A statement and its order, to the seller. Raises NotFound."""
        statement = await self._books.statements.get(statement_id)
        if statement is None:
            raise NotFound(what="statement")
        order, side = await OrderDeeds(self._books, self._person).see(statement.order_id)
        if side is not Side.SELLER:
            raise NotFound(what="statement")
        return order, statement

    async def received(self, statement_id: int, amount: Money) -> Order:
        """The seller has this amount: booked once for each statement, even if the order is dead by now.

        Raises NotFound, AnsweredAlready, AmountNotPositive, CurrencyMismatch, TotalOutOfBounds.
        """
        _, statement = await self.see(statement_id)
        order = await self._order(statement.order_id, Side.SELLER)
        _check_amount(order, amount)
        _check_sum(await self._books.money.standing(order), amount)
        await self._answer(statement, amount.minor)
        entry = self._entry(order, f"statement:{statement.id}")
        return await book(self._books, order, payment(entry, statement.method, amount))

    async def not_received(self, statement_id: int, reason: str) -> Order:
        """The seller has nothing; the buyer is told why. Raises NotFound, AnsweredAlready."""
        order, statement = await self.see(statement_id)
        await self._answer(statement, 0, reason[:LONGEST_REASON])
        notice = Notice(News.PAYMENT_NOT_RECEIVED, order.id, order.revision, str(statement.id))
        await tell_side(self._books, order, Side.BUYER, notice)
        return order

    async def received_unasked(self, order_id: int, amount: Money, bookings: int) -> Order:
        """The seller has this amount though the buyer said nothing; `bookings` is how many there were.

        - Not before both have confirmed: NothingToPay.
        Raises NotFound, LedgerMoved, StatementWaits, AmountNotPositive, CurrencyMismatch, TotalOutOfBounds.
        """
        order = await self._order(order_id, Side.SELLER)
        _check_amount(order, amount)
        if order.status is OrderStatus.AWAITING_CONFIRMATION:
            raise NothingToPay(order=order.number)
        standing = await self._books.money.standing(order)
        if standing.bookings != bookings:
            raise LedgerMoved(order=order.number)
        _check_sum(standing, amount)
        if await self._books.statements.open_of(order.id):
            raise StatementWaits(order=order.number)
        entry = self._entry(order, f"received:{order.id}:{bookings}")
        method = order.terms.payment or PaymentMethod.TRANSFER
        by_hand = PaymentMethod.TRANSFER if method is PaymentMethod.CARD else method
        return await book(self._books, order, payment(entry, by_hand, amount))

    async def _check_account(self, order: Order, statement: Statement) -> None:
        if statement.method is PaymentMethod.CARD:
            raise NotFound(what="way to pay")
        kept = await self._books.accounts.get(statement.account_id) if statement.account_id else None
        if statement.account_id and (kept is None or kept.supplier_id != order.supplier_id):
            raise NotFound(what="account")

    async def _answer(self, statement: Statement, minor: int, reason: str = "") -> None:
        answer = Answer(statement.id, minor > 0, minor, reason, self._person.id, self._books.now)
        if not await self._books.statements.answer(answer):
            raise AnsweredAlready(statement=statement.id)

    async def _order(self, order_id: int, side: Side) -> Order:
        return await locked_as(side, self._books, self._person, order_id)

    def _entry(self, order: Order, key: str) -> Entry:
        return Entry(order.id, key, self._person.id, self._books.cause, self._books.now)


def _check(order: Order, amount: Money) -> None:
    _check_amount(order, amount)
    if order.status not in PAYABLE:
        raise NothingToPay(order=order.number)


def _check_sum(standing: Standing, amount: Money) -> None:
    """Raises TotalOutOfBounds where an order's ledger could not be added up any more."""
    Money(standing.paid.minor + amount.minor, amount.currency)


def _check_amount(order: Order, amount: Money) -> None:
    currency = order.terms.unit_price.currency
    if amount.currency != currency:
        raise CurrencyMismatch(currency=currency)
    if amount.minor <= 0:
        raise AmountNotPositive(amount=amount)
