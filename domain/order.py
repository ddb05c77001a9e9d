"""An order made from an agreed negotiation: the only place where its status and confirmations change."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from domain.negotiation import Goods, Negotiation
from domain.offer import Author
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import Terms

CONFIRMATION_TIME: Final = timedelta(hours=72)
WARNING: Final = timedelta(hours=12)
MAX_ADDRESS_LENGTH: Final = 500


class OrderMoveNotAllowed(Refusal):
    """The order's `status` knows no such `deed` of this side."""


class StaleOrder(Refusal):
    """The order was edited since: a newer revision stands."""


class AddressUnusable(Refusal):
    """An address is empty or has more than `most` characters."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One side's press on one revision, with the digest of what that revision said."""

    side: Side
    person_id: int
    revision: int
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Order:
    """A snapshot of the agreed version and where to send the goods. `id` 0 is not stored yet."""

    id: int
    negotiation_id: int
    buyer_id: int
    supplier_id: int
    goods: Goods
    version: int
    terms: Terms
    address: str
    revision: int
    status: OrderStatus
    expires_at: datetime
    confirmations: tuple[Confirmation, ...] = ()

    @classmethod
    def place(cls, negotiation: Negotiation, author: Author, address: str) -> "Order":
        """The order of an agreed negotiation, to be confirmed by both sides. Raises AddressUnusable."""
        return cls(
            id=0,
            negotiation_id=negotiation.id,
            buyer_id=negotiation.buyer_id,
            supplier_id=negotiation.supplier_id,
            goods=negotiation.goods,
            version=negotiation.offer.number,
            terms=negotiation.offer.terms,
            address=_usable(address),
            revision=1,
            status=OrderStatus.AWAITING_CONFIRMATION,
            expires_at=author.at + CONFIRMATION_TIME,
        )

    @property
    def number(self) -> str:
        """The number both sides quote, e.g. YJ-000042."""
        return f"YJ-{self.id:06d}"

    @property
    def digest(self) -> str:
        """SHA-256 in hex of all that a confirmation signs: the version, its terms and the address."""
        signed = json.dumps([self.negotiation_id, self.version, self.terms.digest(), self.address])
        return hashlib.sha256(signed.encode()).hexdigest()

    @property
    def waits_for(self) -> tuple[Side, ...]:
        """The sides whose confirmation is missing."""
        if self.status != OrderStatus.AWAITING_CONFIRMATION:
            return ()
        given = {confirmation.side for confirmation in self.confirmations}
        return tuple(side for side in Side if side not in given)

    def confirm(self, revision: int, author: Author) -> "Order":
        """One side confirms this revision; the second of both makes the order binding. Twice is once."""
        self._check(revision, author.at, Deed.CONFIRM, author.side)
        if author.side not in self.waits_for:
            return self
        confirmation = Confirmation(author.side, author.id, revision, self.digest, author.at)
        confirmed = replace(self, confirmations=(*self.confirmations, confirmation))
        if confirmed.waits_for:
            return confirmed
        return replace(confirmed, status=self._next(Deed.COMPLETE_CONFIRMATION, author.side))

    def edit(self, revision: int, author: Author, address: str) -> "Order":
        """The buyer corrects the address: a new revision, which clears earlier confirmations."""
        self._check(revision, author.at, Deed.EDIT, author.side)
        edited = replace(self, address=_usable(address), revision=self.revision + 1, confirmations=())
        return replace(edited, status=self._next(Deed.EDIT, author.side))

    def cancel(self, revision: int, author: Author) -> "Order":
        """Either side ends the order before payment."""
        self._check(revision, author.at, Deed.CANCEL, author.side)
        return replace(self, status=self._next(Deed.CANCEL, author.side))

    def expire(self, now: datetime) -> "Order":
        """The clock cancels an order that was not confirmed in time."""
        if not self.waits_for or now < self.expires_at:
            return self
        return replace(self, status=self._next(Deed.EXPIRE, Actor.CLOCK))

    def _check(self, revision: int, now: datetime, deed: Deed, side: Side) -> None:
        if revision != self.revision:
            raise StaleOrder(revision=revision, current=self.revision)
        self._next(deed, side)
        if self.waits_for and now >= self.expires_at:
            raise OrderMoveNotAllowed(status=OrderStatus.CANCELLED, deed=deed)

    def _next(self, deed: Deed, actor: Side | Actor) -> OrderStatus:
        try:
            return ORDER[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise OrderMoveNotAllowed(status=self.status, deed=deed) from None


def _usable(address: str) -> str:
    stripped = address.strip()
    if not 0 < len(stripped) <= MAX_ADDRESS_LENGTH:
        raise AddressUnusable(length=len(stripped), most=MAX_ADDRESS_LENGTH)
    return stripped
