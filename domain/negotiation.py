"""A negotiation between a buyer and a supplier over one product: the only place where its status changes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.lifecycle import NEGOTIATION, Actor, Deed, NegotiationStatus
from domain.offer import Author, Offer
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import Terms

VALIDITY: Final = timedelta(hours=72)
WARNING: Final = timedelta(hours=12)

WAITED_FOR: Final = {
    NegotiationStatus.AWAITING_SELLER: Side.SELLER,
    NegotiationStatus.AWAITING_BUYER: Side.BUYER,
    NegotiationStatus.AGREED: Side.BUYER,
}


class StaleVersion(Refusal):
    """A newer offer stands on the table."""


class AlteredOffer(Refusal):
    """The terms kept as `version` are not those that were sent: nobody can accept them."""


class MoveNotAllowed(Refusal):
    """The negotiation's `status` knows no such `deed` of this side."""


class BelowMoq(Refusal):
    """The quantity `count` is below the product's `moq`."""


class UnitDiffers(Refusal):
    """The offer's `unit` is not the one the product is sold in."""


class CurrencyDiffers(Refusal):
    """The offer's `currency` is not the one the product is listed in."""


class NothingChanged(Refusal):
    """A counter-offer equals the offer on the table."""


class NoSelfDealing(Refusal):
    """A seller of the supplier cannot be the buyer."""


@dataclass(frozen=True, slots=True)
class Goods:
    """The product as it stood when the negotiation began; later changes of the listing do not touch it."""

    product_id: int
    title_en: str
    title_zh: str
    unit: str
    currency: str
    moq: int


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The offer on the table, the one before it, and whose turn it is. `id` 0 is not stored yet."""

    id: int
    buyer_id: int
    supplier_id: int
    goods: Goods
    status: NegotiationStatus
    offer: Offer
    expires_at: datetime
    before: Offer | None = None

    @classmethod
    def inquire(cls, supplier_id: int, goods: Goods, author: Author, terms: Terms) -> "Negotiation":
        """The buyer's first offer. Raises BelowMoq, UnitDiffers or CurrencyDiffers."""
        check_terms(terms, goods)
        offer, expiry = Offer.of(1, author, terms), author.at + VALIDITY
        return cls(0, author.id, supplier_id, goods, NegotiationStatus.AWAITING_SELLER, offer, expiry)

    @property
    def waits_for(self) -> Side | None:
        """Whose turn it is; None when it is over."""
        return WAITED_FOR.get(self.status)

    def counter(self, version: int, author: Author, terms: Terms) -> "Negotiation":
        """A new version by the side whose turn it is, which clears what was said of earlier ones."""
        self._check(version, author.at, Deed.COUNTER, author.side)
        check_terms(terms, self.goods)
        if terms == self.offer.terms:
            raise NothingChanged(version=version)
        offer = Offer.of(self.offer.number + 1, author, terms)
        moved = self._moved(Deed.COUNTER, author.side)
        return replace(moved, offer=offer, before=self.offer, expires_at=author.at + VALIDITY)

    def accept(self, version: int, digest: str, author: Author) -> "Negotiation":
        """The other side's offer `version`, named by the beginning of its digest, becomes the agreement."""
        self._check(version, author.at, Deed.ACCEPT, author.side)
        if not digest or not self.offer.digest.startswith(digest):
            raise StaleVersion(version=version, current=self.offer.number)
        if not self.offer.is_as_sent:
            raise AlteredOffer(version=version)
        return replace(self._moved(Deed.ACCEPT, author.side), expires_at=author.at + VALIDITY)

    def decline(self, version: int, author: Author) -> "Negotiation":
        """The side whose turn it is ends the negotiation."""
        self._check(version, author.at, Deed.DECLINE, author.side)
        return self._moved(Deed.DECLINE, author.side)

    def withdraw(self, version: int, author: Author) -> "Negotiation":
        """The side that made the offer takes it back; a buyer may also before ordering."""
        self._check(version, author.at, Deed.WITHDRAW, author.side)
        return self._moved(Deed.WITHDRAW, author.side)

    def place_order(self, version: int, author: Author) -> "Negotiation":
        """The buyer turns the agreement into an order."""
        self._check(version, author.at, Deed.PLACE, author.side)
        return self._moved(Deed.PLACE, author.side)

    def expire(self, now: datetime) -> "Negotiation":
        """The clock ends it; nothing happens before `expires_at` or when it is over."""
        if self.waits_for is None or now < self.expires_at:
            return self
        return self._moved(Deed.EXPIRE, Actor.CLOCK)

    def _check(self, version: int, now: datetime, deed: Deed, side: Side) -> None:
        if version != self.offer.number:
            raise StaleVersion(version=version, current=self.offer.number)
        self._next(deed, side)
        if now >= self.expires_at:
            raise MoveNotAllowed(status=NegotiationStatus.EXPIRED, deed=deed)

    def _moved(self, deed: Deed, actor: Side | Actor) -> "Negotiation":
        return replace(self, status=self._next(deed, actor))

    def _next(self, deed: Deed, actor: Side | Actor) -> NegotiationStatus:
        try:
            return NEGOTIATION[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise MoveNotAllowed(status=self.status, deed=deed) from None


def check_terms(terms: Terms, goods: Goods) -> None:
    """Raises UnitDiffers, CurrencyDiffers, BelowMoq or TotalOutOfBounds when terms do not fit the goods."""
    if terms.quantity.unit != goods.unit:
        raise UnitDiffers(unit=terms.quantity.unit, sold_in=goods.unit)
    if terms.unit_price.currency != goods.currency:
        raise CurrencyDiffers(currency=terms.unit_price.currency, listed_in=goods.currency)
    if terms.quantity.count < goods.moq:
        raise BelowMoq(count=terms.quantity.count, moq=goods.moq, unit=goods.unit)
    terms.unit_price.times(terms.quantity.count)
