"""Facts for notices about money: the order as it is now, and what was paid, stated, or changed."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.catalogue import Supplier
from domain.money import Money
from domain.order import Order
from domain.people import Person
from domain.terms import PaymentMethod
from services.cases import OrderCase, order_case_of
from services.notices import News, Notice
from services.payment_books import KeptAccount, Statement
from services.ports import Books
from services.refunding import refundable


@dataclass(frozen=True, slots=True)
class PaymentNews:
    """What a notice about money is about; only what belongs to its kind is there."""

    case: OrderCase | None = None
    amount: Money | None = None
    method: PaymentMethod | None = None
    statement: Statement | None = None
    reason: str = ""
    supplier: Supplier | None = None
    account: KeptAccount | None = None
    order: Order | None = None
    bookings: int = 0


async def _booked(books: Books, person: Person, notice: Notice) -> PaymentNews:
    minor, currency, method = notice.detail.split()
    case = await order_case_of(books, person, notice.subject_id)
    return PaymentNews(case, Money(int(minor), currency), PaymentMethod(method))


async def _stated(books: Books, person: Person, notice: Notice) -> PaymentNews | None:
    """Until somebody answered it."""
    statement = await books.statements.get(int(notice.detail))
    if statement is None or await books.statements.answer_to(statement.id):
        return None
    return PaymentNews(await order_case_of(books, person, notice.subject_id), statement=statement)


async def _not_received(books: Books, person: Person, notice: Notice) -> PaymentNews | None:
    statement = await books.statements.get(int(notice.detail))
    answer = await books.statements.answer_to(int(notice.detail))
    if statement is None or answer is None:
        return None
    case = await order_case_of(books, person, notice.subject_id)
    return PaymentNews(case, statement=statement, reason=answer.reason)


async def _account_wanted(books: Books, person: Person, notice: Notice) -> PaymentNews:
    case = await order_case_of(books, person, notice.subject_id)
    return PaymentNews(case, method=PaymentMethod(notice.detail))


async def _account_changed(books: Books, person: Person, notice: Notice) -> PaymentNews | None:
    """To those who still sell for the supplier."""
    account = await books.accounts.get(int(notice.detail))
    supplier = await books.catalogue.supplier(notice.subject_id)
    is_mine = notice.subject_id in person.supplier_ids
    return PaymentNews(supplier=supplier, account=account) if account and supplier and is_mine else None


async def _card_refund(books: Books, person: Person, notice: Notice) -> PaymentNews | None:
    """As long as it is still to be given back."""
    order = await books.orders.get(notice.subject_id)
    if order is None:
        return None
    standing = await books.money.standing(order)
    back = refundable(standing)
    if back is None or standing.bookings != notice.version:
        return None
    return PaymentNews(order=order, amount=back[1], bookings=standing.bookings)


Loader = Callable[[Books, Person, Notice], Awaitable[PaymentNews | None]]
LOADERS: Final[Mapping[News, Loader]] = {
    News.PAYMENT_BOOKED: _booked,
    News.REFUND_BOOKED: _booked,
    News.PAYMENT_STATED: _stated,
    News.PAYMENT_NOT_RECEIVED: _not_received,
    News.PAYMENT_ACCOUNT_WANTED: _account_wanted,
    News.PAYMENT_ACCOUNT_CHANGED: _account_changed,
    News.CARD_REFUND_DUE: _card_refund,
}
