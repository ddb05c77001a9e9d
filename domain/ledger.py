"""The ledger of payments: bookings whose postings sum to nothing, written once and never changed."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.money import Money
from domain.refusal import Refusal
from domain.terms import PaymentMethod


class BookingUnbalanced(ValueError):
    """The postings of a booking do not sum to nothing, or are of several currencies."""


class AmountNotPositive(Refusal):
    """A payment or a refund of nothing, or of less."""


class Account(StrEnum):
    """In whose hands money is, within one order; the values are stored.

    `BUYER` is what the buyer gave (negative) and got back, `SUPPLIER` what the supplier holds by transfer or
    Alipay, `PROVIDER` what the payment provider holds for the operator by card.
    """

    BUYER = "buyer"
    SUPPLIER = "supplier"
    PROVIDER = "provider"


class BookingKind(StrEnum):
    """Why money moved; the values are stored. A correction is a reversal of the booking that was wrong.

    - A compensation is the supplier's own money, so that it is no part of what the buyer paid or got back.
    - An allowance is money back that lowers the price: for goods that were not as agreed.
    """

    PAYMENT = "payment"
    REFUND = "refund"
    REVERSAL = "reversal"
    COMPENSATION = "compensation"
    ALLOWANCE = "allowance"


@dataclass(frozen=True, slots=True)
class Posting:
    """What one account gained, in minor units of the order's currency; lost, if it is negative."""

    account: Account
    amount: Money


@dataclass(frozen=True, slots=True)
class Entry:
    """Who books for which order, when and by which update; the same `key` never books twice."""

    order_id: int
    key: str
    person_id: int | None
    cause: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Booking:
    """One movement of money. `id` 0 is not stored yet; `reverses` is the booking that a reversal undoes."""

    entry: Entry
    kind: BookingKind
    method: PaymentMethod
    postings: tuple[Posting, ...]
    reverses: int = 0
    id: int = 0

    def __post_init__(self) -> None:
        currencies = {posting.amount.currency for posting in self.postings}
        left = sum(posting.amount.minor for posting in self.postings)
        if len(currencies) != 1 or left:
            raise BookingUnbalanced(self.entry.key)

    @property
    def from_buyer(self) -> Money:
        """What the buyer gave; negative if he got it back."""
        minor = sum(each.amount.minor for each in self.postings if each.account is Account.BUYER)
        return Money(-minor, self.postings[0].amount.currency)


def holder(method: PaymentMethod) -> Account:
    """Who gets what is paid in this way."""
    return Account.PROVIDER if method is PaymentMethod.CARD else Account.SUPPLIER


def payment(entry: Entry, method: PaymentMethod, amount: Money) -> Booking:
    """The buyer paid. Raises AmountNotPositive."""
    return _moved(entry, BookingKind.PAYMENT, method, _positive(amount))


def refund(entry: Entry, method: PaymentMethod, amount: Money) -> Booking:
    """The buyer got back what he had paid in this way. Raises AmountNotPositive."""
    return _moved(entry, BookingKind.REFUND, method, _negative(_positive(amount)))


def compensation(entry: Entry, amount: Money) -> Booking:
    """The supplier paid the buyer for being late. Raises AmountNotPositive."""
    given = _negative(_positive(amount))
    return _moved(entry, BookingKind.COMPENSATION, PaymentMethod.TRANSFER, given)


def allowance(entry: Entry, method: PaymentMethod, amount: Money) -> Booking:
    """The buyer got back what he had paid in this way, and owes it no more. Raises AmountNotPositive."""
    return _moved(entry, BookingKind.ALLOWANCE, method, _negative(_positive(amount)))


def reversal(entry: Entry, wrong: Booking) -> Booking:
    """Undoes a booking that was a mistake, posting by posting."""
    postings = tuple(Posting(each.account, _negative(each.amount)) for each in wrong.postings)
    return Booking(entry, BookingKind.REVERSAL, wrong.method, postings, wrong.id)


def _moved(entry: Entry, kind: BookingKind, method: PaymentMethod, amount: Money) -> Booking:
    postings = (Posting(Account.BUYER, _negative(amount)), Posting(holder(method), amount))
    return Booking(entry, kind, method, postings)


def _negative(amount: Money) -> Money:
    return Money(-amount.minor, amount.currency)


def _positive(amount: Money) -> Money:
    if amount.minor <= 0:
        raise AmountNotPositive(amount=amount)
    return amount
