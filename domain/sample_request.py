"""A buyer's request for a sample and the seller's quotes: the only place where its status changes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.lifecycle import SAMPLE_REQUEST, Actor, Deed, SampleStatus
from domain.money import POINTS_PER_MINOR, Fee, Money, UnitPrice
from domain.negotiation import Goods
from domain.offer import Author
from domain.order_facts import order_number
from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.sample_policy import SamplePolicy, check_pieces
from domain.terms import Shipping, Terms
from domain.terms.bounds import MAX_LEAD_TIME_DAYS, LeadTimeOutOfBounds

ANSWER_TIME: Final = timedelta(hours=72)
QUOTE_TIME: Final = timedelta(days=7)
WARNING: Final = timedelta(hours=12)
MAX_WORDS: Final = 500
_S: Final = SampleStatus
_IN_FULL: Final = 100


class SampleMoveNotAllowed(Refusal):
    """The request's `status` knows no such `deed` of this side."""


class StaleQuote(Refusal):
    """A newer quote stands than the `version` that was pressed."""


class SampleWordsUnusable(Refusal):
    """Wishes or a reason have more than `most` characters, or are missing."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """What a sample costs and how soon it leaves: price for one piece, freight for all of them."""

    price: Money
    freight: Money
    days: int | None = None
    is_refundable: bool = False

    def __post_init__(self) -> None:
        if self.days is not None and not 0 < self.days <= MAX_LEAD_TIME_DAYS:
            raise LeadTimeOutOfBounds(days=self.days, term="lead_time_days", most=MAX_LEAD_TIME_DAYS)

    def terms(self, count: int, unit: Unit) -> Terms:
        """The terms of an order of so many pieces: paid in full in advance, sent by express.

        Raises SampleCountOutOfBounds.
        """
        check_pieces(count)
        price = _fee(self.price)
        return Terms(
            Quantity(count, unit),
            UnitPrice(price.points, price.currency) if price.points else price,
            lead_time_days=self.days,
            shipping=Shipping.EXPRESS,
            deposit_percent=_IN_FULL,
            freight_charge=_fee(self.freight),
            is_refundable=self.is_refundable,
        )


@dataclass(frozen=True, slots=True)
class SampleQuote:
    """Version `number` (from 1) of what a seller asks for the sample."""

    number: int
    author_id: int
    asked: Sampled
    at: datetime


@dataclass(frozen=True, slots=True)
class SampleRequest:
    """So many pieces of the goods are wanted as a sample. `id` 0 is not stored yet.

    `wishes` are the buyer's words, those of a later question below; `closing` says why it was declined. Of an
    ordered one `order_id` is the order. `negotiation_id` is where it was asked for, or 0.
    """

    id: int
    buyer_id: int
    supplier_id: int
    goods: Goods
    count: int
    wishes: str
    status: SampleStatus
    expires_at: datetime
    quote: SampleQuote | None = None
    closing: str = ""
    order_id: int = 0
    negotiation_id: int = 0

    @classmethod
    def send(cls, supplier_id: int, goods: Goods, author: Author, count: int) -> "SampleRequest":
        """The buyer asks, with the author's words as wishes. Raises SampleCountOutOfBounds."""
        check_pieces(count)
        _check_words(author.source)
        end = author.at + ANSWER_TIME
        return cls(0, author.id, supplier_id, goods, count, author.source, _S.AWAITING_SELLER, end)

    @property
    def version(self) -> int:
        """The number of the quote on the table; 0 while there is none."""
        return self.quote.number if self.quote else 0

    @property
    def order_number(self) -> str:
        """The number of the order that it became."""
        return order_number(self.order_id)

    @property
    def waits_for(self) -> Side | None:
        """Whose turn it is; None when it is over."""
        return {_S.AWAITING_SELLER: Side.SELLER, _S.QUOTED: Side.BUYER}.get(self.status)

    @property
    def warns_at(self) -> datetime:
        """When the end is warned of."""
        return self.expires_at - WARNING

    def is_out_of_time(self, now: datetime) -> bool:
        """Whether nobody may answer any more."""
        return self.waits_for is not None and now >= self.expires_at

    def quote_at(self, version: int, author: Author, asked: Sampled) -> "SampleRequest":
        """The seller says what the sample costs; a later quote replaces the one before."""
        moved = self._moved(version, Deed.QUOTE, author)
        quote = SampleQuote(self.version + 1, author.id, asked, author.at)
        return replace(moved, quote=quote, expires_at=author.at + QUOTE_TIME)

    def ask(self, version: int, author: Author) -> "SampleRequest":
        """The buyer asks something about the quote, which the seller answers by another one."""
        moved = self._moved(version, Deed.ASK, author)
        words = "\n".join(each for each in (self.wishes, author.source) if each)
        if not author.source:
            raise SampleWordsUnusable(most=MAX_WORDS)
        _check_words(words)
        return replace(moved, wishes=words, expires_at=author.at + ANSWER_TIME)

    def order(self, version: int, author: Author) -> "SampleRequest":
        """The buyer orders at the quote of this version."""
        return self._moved(version, Deed.PLACE, author)

    def as_order(self, order_id: int) -> "SampleRequest":
        """The same, which this order was made of."""
        return replace(self, order_id=order_id)

    def decline(self, version: int, author: Author) -> "SampleRequest":
        """The side whose turn it is ends it, perhaps with a reason."""
        _check_words(author.source)
        return replace(self._moved(version, Deed.DECLINE, author), closing=author.source)

    def withdraw(self, version: int, author: Author) -> "SampleRequest":
        """The side that waits takes back what it said last."""
        return self._moved(version, Deed.WITHDRAW, author)

    def expire(self, now: datetime) -> "SampleRequest":
        """The clock ends it; the same request while there is time."""
        if not self.is_out_of_time(now):
            return self
        return replace(self, status=self._next(Deed.EXPIRE, Actor.CLOCK))

    def _moved(self, version: int, deed: Deed, author: Author) -> "SampleRequest":
        if version != self.version:
            raise StaleQuote(version=version, current=self.version)
        status = self._next(deed, author.side)
        if self.is_out_of_time(author.at):
            raise SampleMoveNotAllowed(status=_S.EXPIRED, deed=deed)
        return replace(self, status=status)

    def _next(self, deed: Deed, actor: Side | Actor) -> SampleStatus:
        try:
            return SAMPLE_REQUEST[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise SampleMoveNotAllowed(status=self.status, deed=deed) from None


def sampled_by(policy: SamplePolicy) -> Sampled | None:
    """What a policy answers by itself; None where it does not."""
    if policy.is_refused or policy.price is None or policy.freight is None:
        return None
    return Sampled(policy.price, policy.freight, policy.days, is_refundable=bool(policy.is_refundable))


def _fee(amount: Money) -> Fee:
    return Fee(amount.minor * POINTS_PER_MINOR, amount.currency)


def _check_words(words: str) -> None:
    if len(words) > MAX_WORDS:
        raise SampleWordsUnusable(most=MAX_WORDS)
