"""What is done to an order made from an agreed negotiation: only here its status and confirmations change."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.details import Details
from domain.instalments import Due, due_by
from domain.lifecycle import ORDER, Actor, Deed, OrderStatus
from domain.negotiation import Negotiation
from domain.offer import Author
from domain.order_clock import (
    ANSWER_TIME,
    CONFIRMATION_TIME,
    INSPECTION_TIME,
    PAYMENT_TIME,
    PRODUCTION_TIME,
    PROLONGATION,
    REMINDER_TIME,
    TRAVEL_TIME,
)
from domain.order_facts import BY_THE_CLOCK, Confirmation, OrderFacts, OrderKind
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import Terms

_S: Final = OrderStatus


class OrderMoveNotAllowed(Refusal):
    """The order's `status` knows no such `deed` of this side."""


class StaleOrder(Refusal):
    """The order was edited since: a newer revision stands."""


class PaidAlready(Refusal):
    """Money was paid, so that nobody ends the order alone."""


class NotPaidYet(Refusal):
    """What is due before production is not paid."""


class NotSettled(Refusal):
    """Something is still owed, so that the order cannot be completed."""


class ShipsTooMuch(Refusal):
    """A consignment of `count` units is none, or more than the `left` ones."""


@dataclass(frozen=True, slots=True)
class Order(OrderFacts):
    """An order with its deeds: each checks the table, and returns the order as it is then."""

    @classmethod
    def place(cls, negotiation: Negotiation, author: Author, details: Details) -> "Order":
        """The order of an agreed negotiation, to be confirmed by both sides. Raises LinesDiffer."""
        details.check(negotiation.offer.terms.quantity.count)
        return cls(
            id=0,
            negotiation_id=negotiation.id,
            buyer_id=negotiation.buyer_id,
            supplier_id=negotiation.supplier_id,
            goods=negotiation.goods,
            version=negotiation.offer.number,
            terms=negotiation.offer.terms,
            details=details,
            revision=1,
            status=_S.AWAITING_CONFIRMATION,
            expires_at=author.at + CONFIRMATION_TIME,
        )

    @classmethod
    def place_sample(cls, negotiation: Negotiation, author: Author, details: Details) -> "Order":
        """The same of a sample. Raises LinesDiffer."""
        return replace(cls.place(negotiation, author, details), kind=OrderKind.SAMPLE)

    def confirm(self, revision: int, author: Author) -> "Order":
        """One side confirms this revision; the second of both makes the order binding. Twice is once."""
        self._check(revision, author.at, Deed.CONFIRM, author.side)
        if author.side not in self.unconfirmed_by:
            return self
        confirmed = replace(self, confirmations=(*self.confirmations, self._signed(author)))
        if confirmed.unconfirmed_by:
            return confirmed
        binding = replace(
            confirmed,
            status=self._next(Deed.COMPLETE_CONFIRMATION, author.side),
            expires_at=author.at + PAYMENT_TIME,
        )
        is_nothing_due = not due_by(self.terms, Due.BEFORE_PRODUCTION).minor
        return binding._funded(author.at) if is_nothing_due else binding

    def edit(self, revision: int, author: Author, details: Details) -> "Order":
        """The buyer changes the details: a new revision, which clears earlier confirmations."""
        self._check(revision, author.at, Deed.EDIT, author.side)
        details.check(self.terms.quantity.count)
        edited = replace(self, details=details, revision=self.revision + 1, confirmations=())
        return replace(edited, status=self._next(Deed.EDIT, author.side))

    def amend(self, by: Author, accepted: Author, terms: Terms, details: Details) -> "Order":
        """What one side proposed and the other accepts replaces terms and details: a revision of its own."""
        details.check(terms.quantity.count)
        status = self._next(Deed.AMEND, accepted.side)
        amended = replace(self, terms=terms, details=details, revision=self.revision + 1, status=status)
        signed = tuple(amended._signed(author) for author in (by, accepted))
        is_nothing_due = not due_by(terms, Due.BEFORE_PRODUCTION).minor
        funded_at = self.funded_at or (accepted.at if is_nothing_due else None)
        timed = amended._funded(funded_at) if funded_at else amended
        return replace(timed, confirmations=signed)

    def fund(self, author: Author) -> "Order":
        """What is due before production is paid: from now the lead time runs. Twice is once."""
        self._next(Deed.FUND, author.side)
        return self if self.is_funded else self._funded(author.at)

    def start_production(self, author: Author) -> "Order":
        """The seller begins. Raises NotPaidYet."""
        status = self._next(Deed.START_PRODUCTION, author.side)
        if not self.is_funded:
            raise NotPaidYet(order=self.number)
        return replace(self, status=status)

    def ship(self, author: Author, count: int) -> "Order":
        """So many units leave; with the last of them the order is shipped. Raises ShipsTooMuch."""
        deed = Deed.SHIP_REST if count == self.left else Deed.SHIP
        status = self._next(deed, author.side)
        if not 0 < count <= self.left:
            raise ShipsTooMuch(count=count, left=self.left)
        gone = replace(self, shipped=self.shipped + count, status=status)
        if deed is Deed.SHIP:
            return gone
        arrives_by = author.at + TRAVEL_TIME[self.terms.shipping]
        return replace(gone._without_request(status), expires_at=arrives_by)

    def receive(self, author: Author) -> "Order":
        """The buyer has the goods."""
        return self._received(self._next(Deed.RECEIVE, author.side), author.at)

    def prolong(self, author: Author) -> "Order":
        """The buyer has not got the goods yet: some days more before they count as received."""
        status = self._next(Deed.PROLONG, author.side)
        return replace(self, status=status, expires_at=max(self.expires_at, author.at) + PROLONGATION)

    def complete(self, author: Author, *, is_settled: bool) -> "Order":
        """The buyer has nothing more to ask. Raises NotSettled while something is owed."""
        status = self._next(Deed.COMPLETE, author.side)
        if not is_settled:
            raise NotSettled(order=self.number)
        return replace(self, status=status)

    def cancel(self, revision: int, author: Author, *, is_paid: bool = False) -> "Order":
        """Either side ends the order before anything is paid. Raises PaidAlready."""
        self._check(revision, author.at, Deed.CANCEL, author.side)
        status = self._next(Deed.CANCEL, author.side)
        if is_paid:
            raise PaidAlready(order=self.number)
        return self._without_request(status)

    def ask_to_cancel(self, author: Author) -> "Order":
        """Either side asks the other to end the order; nobody asks while an answer is awaited."""
        status = self._next(Deed.ASK_TO_CANCEL, author.side)
        if self.cancel_asked_by is not None:
            raise OrderMoveNotAllowed(status=self.status, deed=Deed.ASK_TO_CANCEL)
        until = author.at + ANSWER_TIME
        return replace(self, status=status, cancel_asked_by=author.side, cancel_until=until)

    def answer_cancel(self, author: Author, *, agrees: bool) -> "Order":
        """The side that was asked agrees, and the order ends, or refuses, and it goes on."""
        deed = Deed.AGREE_TO_CANCEL if agrees else Deed.REFUSE_TO_CANCEL
        status = self._next(deed, author.side)
        if self.cancel_asked_by is not author.side.other or self._is_unanswered(author.at):
            raise OrderMoveNotAllowed(status=self.status, deed=deed)
        return self._without_request(status)

    def leave_unanswered(self, now: datetime) -> "Order":
        """The clock counts a request to cancel as refused that nobody answered in time."""
        if not self._is_unanswered(now):
            return self
        status = self._next(Deed.REFUSE_TO_CANCEL, Actor.CLOCK)
        return self._without_request(status)

    def run_out(
        self, now: datetime, *, is_paid: bool = False, is_settled: bool = True, is_disputed: bool = False
    ) -> "Order":
        """What the clock does when the time is up; the same order while it is not."""
        if self.status not in BY_THE_CLOCK or now < self.expires_at:
            return self
        deed = self.clock_deed(is_paid=is_paid, is_settled=is_settled, is_disputed=is_disputed)
        status = self._next(deed, Actor.CLOCK)
        if deed is Deed.REMIND:
            return replace(self, status=status, expires_at=max(self.expires_at, now) + REMINDER_TIME)
        return self._received(status, now) if deed is Deed.RECEIVE else self._without_request(status)

    def _without_request(self, status: OrderStatus) -> "Order":
        return replace(self, status=status, cancel_asked_by=None, cancel_until=None)

    def _received(self, status: OrderStatus, now: datetime) -> "Order":
        return replace(self, status=status, expires_at=now + INSPECTION_TIME)

    def _funded(self, at: datetime) -> "Order":
        funded = replace(self, funded_at=at)
        return replace(funded, expires_at=funded.promised_at or at + PRODUCTION_TIME)

    def _signed(self, author: Author) -> Confirmation:
        return Confirmation(author.side, author.id, self.revision, self.digest, author.at)

    def _check(self, revision: int, now: datetime, deed: Deed, side: Side) -> None:
        if revision != self.revision:
            raise StaleOrder(revision=revision, current=self.revision)
        self._next(deed, side)
        if self.unconfirmed_by and now >= self.expires_at:
            raise OrderMoveNotAllowed(status=_S.CANCELLED, deed=deed)

    def _next(self, deed: Deed, actor: Side | Actor) -> OrderStatus:
        try:
            return ORDER[self.status, deed, Actor(actor.value)]
        except KeyError:
            raise OrderMoveNotAllowed(status=self.status, deed=deed) from None
