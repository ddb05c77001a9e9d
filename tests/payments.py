"""Payments of a test's orders: each is one transaction of one person."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from domain.instalments import Part
from domain.money import Money
from domain.order import Order
from domain.people import Person
from domain.standing import Standing
from domain.terms import PaymentMethod
from services.card_payments import Bill, CardPayments
from services.payment_books import Charge, Statement
from services.refunding import Refunding
from services.statements import Stating
from storage.books import StoredBooks
from tests.builders import BUYER, NOON, OTHER_BUYER, SELLER, Trade, draft

OPERATOR = OTHER_BUYER
OPERATORS = frozenset({OPERATOR})
DEPOSIT = 187_500
TOTAL = 625_000
"""500 cups at 12.50 yuan, in fen; the deposit is 30 percent."""
NOW = timedelta(0)


def cny(minor: int) -> Money:
    """So many fen."""
    return Money(minor, "CNY")


@dataclass(frozen=True, slots=True)
class Till:
    """What the people of a market pay, state, receive and give back."""

    trade: Trade

    async def owed(self, **terms: Any) -> Order:
        """An order that both confirmed; 30 percent are due before production."""
        asked = draft(deposit_percent=30, **terms)
        agreed = await self.trade.accepts(SELLER, await self.trade.inquires(offered=asked))
        order = await self.trade.orders(BUYER, agreed)
        await self.trade.confirms(BUYER, order)
        return await self.trade.confirms(SELLER, order)

    async def bill(self, order: Order, part: Part = Part.DEPOSIT) -> Bill:
        """A bill for the buyer."""
        _, bill = await self.trade.does(BUYER, lambda b, p: CardPayments(b, p).bill(order.id, part))
        return bill

    async def asks(
        self, payload: str, amount: tuple[int, str], *, by: int = BUYER, later: timedelta = NOW
    ) -> None:
        """Telegram's question before a payment."""
        await self.trade.does(by, lambda b, p: CardPayments(b, p).check(payload, amount), later=later)

    async def allows(self, bill: Bill, *, by: int = BUYER, later: timedelta = NOW) -> None:
        """The question for exactly what the bill says."""
        await self.asks(bill.payload, (bill.amount.minor, bill.amount.currency), by=by, later=later)

    async def charges(self, bill: Bill, key: str, minor: int = 0) -> Order | None:
        """Telegram tells of the payment."""
        return await self.told(charge(bill.payload, key, minor or bill.amount.minor))

    async def told(self, told: Charge) -> Order | None:
        """The same in Telegram's own figures."""
        return await self.trade.does(BUYER, lambda b, p: CardPayments(b, p, OPERATORS).take(told))

    async def states(self, order: Order, minor: int) -> Statement:
        """The buyer says he paid by transfer."""
        stated = Statement(order.id, PaymentMethod.TRANSFER, cny(minor), 0, BUYER, (), NOON)
        return await self.trade.does(BUYER, lambda b, p: Stating(b, p).state(stated))

    async def receives(self, stated: Statement, minor: int, *, by: int = SELLER) -> Order:
        """A seller has that, or another amount."""
        return await self.trade.does(by, lambda b, p: Stating(b, p).received(stated.id, cny(minor)))

    async def gives_back(self, order: Order, bookings: int, *, by: int = SELLER) -> Order:
        """What is to be given back was sent."""

        async def sent(books: StoredBooks, person: Person) -> Order:
            return await Refunding(books, replace(person, is_operator=by == OPERATOR)).sent(
                order.id, bookings
            )

        return await self.trade.does(by, sent)

    async def standing(self, order: Order) -> Standing:
        """How the order stands now."""
        current = await self.trade.order(order.id)
        return await self.trade.does(BUYER, lambda books, _: books.money.standing(current))


def charge(payload: str, key: str, minor: int, currency: str = "CNY") -> Charge:
    """A payment as Telegram tells it."""
    return Charge(key, f"p_{key}", payload, minor, currency, BUYER, NOON)
