"""Paying by card: a bill, the question before the payment, and the payment itself, booked once."""

import secrets
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from domain.instalments import Part
from domain.ledger import Entry, payment
from domain.money import EXPONENTS, MAX_TOTAL_MINOR, Money
from domain.order import Order, StaleOrder
from domain.paying import check_card, share_of
from domain.people import Person
from domain.refusal import Refusal
from domain.terms import PaymentMethod
from services.booking import book
from services.notices import News, Notice
from services.order_holds import PaymentUnderWay
from services.payment_books import Charge
from services.ports import Books
from services.refunding import ask_operators
from services.refusals import NotFound

HOLD: Final = timedelta(minutes=15)
"""For so long an order stays as it is while a payment that was allowed is under way."""
UNDER_WAY: Final = timedelta(minutes=1)
"""So long after one payment was allowed a second one is not: the first may still come."""
_PREFIX: Final = "yijia"


class NotThePayer(Refusal):
    """Only the buyer of an order pays its bills."""


class BillOutdated(Refusal):
    """The bill says another amount than the order now lacks."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What an invoice asks for: a part of an order as of a revision. `nonce` tells it from others like it."""

    order_id: int
    revision: int
    part: Part
    amount: Money
    nonce: str

    @property
    def payload(self) -> str:
        """What Telegram gives back with the payment: at most 128 bytes."""
        figures = (self.order_id, self.revision, self.part, self.amount.minor, self.amount.currency)
        return ":".join((_PREFIX, *map(str, figures), self.nonce))

    @classmethod
    def of(cls, payload: str) -> "Bill | None":
        """The bill of a payload; None if it is none of ours."""
        try:
            prefix, order_id, revision, part, minor, currency, nonce = payload.split(":")
            amount = Money(int(minor), currency)
            bill = cls(int(order_id), int(revision), Part(part), amount, nonce)
        except (ValueError, Refusal):
            return None
        return bill if prefix == _PREFIX and 0 < bill.order_id <= MAX_TOTAL_MINOR else None


class CardPayments:
    """Card payments of one person, within one transaction; `operator_ids` hear of money without an order."""

    def __init__(self, books: Books, person: Person, operator_ids: frozenset[int] = frozenset()) -> None:
        self._books = books
        self._person = person
        self._operator_ids = operator_ids

    async def bill(self, order_id: int, part: Part) -> tuple[Order, Bill]:
        """A bill over what of this part is still to be paid.

        Raises NotFound for anybody but the buyer, NothingToPay, PartPaid, CardUnfit.
        """
        order = await self._books.orders.get(order_id)
        if order is None or order.buyer_id != self._person.id:
            raise NotFound(what="order")
        share = share_of(order, await self._books.money.standing(order), part)
        check_card(share.amount)
        return order, Bill(order.id, order.revision, part, share.amount, secrets.token_hex(4))

    async def check(self, payload: str, amount: tuple[int, str]) -> None:
        """The question before a payment of this amount (minor units, currency); allowed, it holds the order.

        - The order is open, its revision current and the part unpaid: exactly this amount is lacking.
        - Only the buyer pays, and no other payment was allowed a moment ago.
        Raises NotFound, NotThePayer, StaleOrder, NothingToPay, PartPaid, BillOutdated, PaymentUnderWay.
        """
        bill = Bill.of(payload)
        order = await self._books.orders.get_for_update(bill.order_id) if bill else None
        if bill is None or order is None:
            raise NotFound(what="order")
        if order.buyer_id != self._person.id:
            raise NotThePayer(order=order.number)
        share = share_of(order, await self._books.money.standing(order), bill.part)
        if bill.revision != order.revision:
            raise StaleOrder(revision=bill.revision, current=order.revision)
        if not (share.amount == bill.amount == _money(amount)):
            raise BillOutdated(order=order.number)
        await self._hold(order)

    async def take(self, charge: Charge) -> Order | None:
        """A payment that was made, booked once as charged, even if its order is dead by now.

        - The same charge again has no effect.
        - Of an order that cannot be found, or in another currency, it is kept and the operators hear of it.
        Returns the order that it was credited to.
        """
        bill = Bill.of(charge.payload)
        order = await self._books.orders.get_for_update(bill.order_id) if bill else None
        amount = _money((charge.minor, charge.currency))
        if order is None or amount is None or amount.currency != order.terms.unit_price.currency:
            if await self._books.charges.keep(charge):
                self._alarm(charge)
            return None
        if not await self._books.charges.keep(replace(charge, order_id=order.id)):
            return order
        await self._books.money.let_go(order.id)
        entry = Entry(order.id, f"telegram:{charge.key}", self._person.id, self._books.cause, self._books.now)
        after = await book(self._books, order, payment(entry, PaymentMethod.CARD, amount))
        await ask_operators(self._books, after, self._operator_ids)
        return after

    async def _hold(self, order: Order) -> None:
        now = self._books.now
        since = await self._books.money.held_since(order.id, now)
        if since is not None and now < since + UNDER_WAY:
            raise PaymentUnderWay(order=order.number)
        await self._books.money.hold(order.id, self._person.id, now, now + HOLD)

    def _alarm(self, charge: Charge) -> None:
        for operator_id in sorted(self._operator_ids):
            self._books.post.tell(operator_id, Notice(News.STRAY_CHARGE, detail=charge.key))


def _money(amount: tuple[int, str]) -> Money | None:
    minor, currency = amount
    is_known = currency in EXPONENTS and 0 < minor <= MAX_TOTAL_MINOR
    return Money(minor, currency) if is_known else None
