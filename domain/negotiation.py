"""A negotiation between a buyer and a supplier over one product: the only place where its status changes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.freight.figure import FreightFigure, latest
from domain.lifecycle import NEGOTIATION, NEGOTIATION_BEGINS, Actor, Deed, NegotiationStatus
from domain.money import MAX_UNIT_PRICE_MAJOR, PriceOutOfBounds
from domain.offer import Author, Offer
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import Terms

VALIDITY: Final = timedelta(hours=72)
SHORTEST_WARNING: Final = timedelta(hours=1)
LONGEST_WARNING: Final = timedelta(hours=24)

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
    """The quantity `count` is below `moq`: the product's, or the one that the terms themselves state."""


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
    """The offer on the table, the one before it, and whose turn it is. `id` 0 is not stored yet.

    `freight`: what the seller last said each way to ship would cost; no part of any offer. `frozen_at`: since
    then nobody of the side that is waited for can be reached, and the time stands still.
    """

    id: int
    buyer_id: int
    supplier_id: int
    goods: Goods
    status: NegotiationStatus
    offer: Offer
    expires_at: datetime
    before: Offer | None = None
    freight: tuple[FreightFigure, ...] = ()
    frozen_at: datetime | None = None

    @classmethod
    def inquire(cls, supplier_id: int, goods: Goods, author: Author, terms: Terms) -> "Negotiation":
        """The buyer's first offer. Raises BelowMoq, UnitDiffers or CurrencyDiffers."""
        check_terms(terms, goods)
        offer, status = Offer.of(1, author, terms), NEGOTIATION_BEGINS[Deed.COUNTER]
        return cls(0, author.id, supplier_id, goods, status, offer, _valid_until(offer))

    @classmethod
    def order_now(cls, supplier_id: int, goods: Goods, author: Author, terms: Terms) -> "Negotiation":
        """What is bought as it is listed, without haggling: ordered from its first version on.

        Raises as `inquire`.
        """
        check_terms(terms, goods)
        offer = Offer.of(1, author, terms)
        status = NEGOTIATION_BEGINS[Deed.ORDER_NOW]
        return cls(0, author.id, supplier_id, goods, status, offer, _valid_until(offer))

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
        return replace(moved, offer=offer, before=self.offer, expires_at=_valid_until(offer))

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

    def with_freight(self, version: int, figure: FreightFigure) -> "Negotiation":
        """What the seller says one way to ship costs; it replaces what he said of that way before.

        Raises StaleVersion, CurrencyDiffers, MoveNotAllowed when all is over, PriceOutOfBounds as UnitPrice.
        """
        if version != self.offer.number:
            raise StaleVersion(version=version, current=self.offer.number)
        if self.waits_for is None or self.is_out_of_time(figure.at):
            raise MoveNotAllowed(status=self.status)
        if figure.cost.currency != self.goods.currency:
            raise CurrencyDiffers(currency=figure.cost.currency, listed_in=self.goods.currency)
        if not 0 < figure.cost.amount <= MAX_UNIT_PRICE_MAJOR:
            raise PriceOutOfBounds(amount=figure.cost.amount, currency=figure.cost.currency)
        return replace(self, freight=latest((*self.freight, figure)))

    def is_out_of_time(self, now: datetime) -> bool:
        """Whether nobody may answer any more."""
        return self.frozen_at is None and now >= self.expires_at

    def expire(self, now: datetime) -> "Negotiation":
        """The clock ends it; nothing happens before `expires_at`, while it is frozen or when it is over."""
        if self.waits_for is None or not self.is_out_of_time(now):
            return self
        return self._moved(Deed.EXPIRE, Actor.CLOCK)

    def _check(self, version: int, now: datetime, deed: Deed, side: Side) -> None:
        if version != self.offer.number:
            raise StaleVersion(version=version, current=self.offer.number)
        self._next(deed, side)
        if self.is_out_of_time(now):
            raise MoveNotAllowed(status=NegotiationStatus.EXPIRED, deed=deed)

    def _moved(self, deed: Deed, actor: Side | Actor) -> "Negotiation":
        return replace(self, status=self._next(deed, actor), frozen_at=None)

    def _next(self, deed: Deed, actor: Side | Actor) -> NegotiationStatus:
        try:
            return NEGOTIATION[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise MoveNotAllowed(status=self.status, deed=deed) from None


def warning_before(validity: timedelta) -> timedelta:
    """How long before its end an offer is reminded of: a sixth of its validity, an hour to a day."""
    return min(max(validity / 6, SHORTEST_WARNING), LONGEST_WARNING)


def check_terms(terms: Terms, goods: Goods) -> None:
    """Raises UnitDiffers, CurrencyDiffers, BelowMoq or TotalOutOfBounds when terms do not fit the goods.

    The listed MOQ gives way to the one that the terms state: to ask for a lower one is to negotiate it.
    """
    if terms.quantity.unit != goods.unit:
        raise UnitDiffers(unit=terms.quantity.unit, sold_in=goods.unit)
    if terms.unit_price.currency != goods.currency:
        raise CurrencyDiffers(currency=terms.unit_price.currency, listed_in=goods.currency)
    moq = terms.moq or goods.moq
    if terms.quantity.count < moq:
        raise BelowMoq(count=terms.quantity.count, moq=moq, unit=goods.unit)
    terms.total()


def _valid_until(offer: Offer) -> datetime:
    """As long as the offer says it stands, or VALIDITY."""
    days = offer.terms.valid_days
    return offer.at + (timedelta(days=days) if days else VALIDITY)
