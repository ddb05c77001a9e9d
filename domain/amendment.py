"""A change of a binding order: one side proposes terms anew, the other accepts or declines."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.details import Details, Line
from domain.lifecycle import ORDER, Deed
from domain.negotiation import check_terms
from domain.offer import Author
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Side
from domain.refusal import Refusal
from domain.terms import Terms

AMENDABLE: Final = frozenset(status for status, deed, _ in ORDER if deed is Deed.AMEND)


class AmendmentOpen(Refusal):
    """Another amendment of the order waits for an answer: there is one at a time."""


class StaleAmendment(Refusal):
    """The amendment was answered or withdrawn, or the order has moved on since."""


class NothingAmended(Refusal):
    """The terms proposed are the order's own."""


class FewerThanShipped(Refusal):
    """The quantity `count` leaves nothing to ship: `shipped` units have left already."""


class Answer(StrEnum):
    """What became of an amendment; the values are stored."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Amendment:
    """Proposal `number` of an order, from 1 on: terms and details as they would be after `revision`.

    The author's press is his side's confirmation of the revision that an acceptance makes.
    """

    order_id: int
    number: int
    revision: int
    author: Author
    terms: Terms
    details: Details
    answer: Answer | None = None

    @classmethod
    def propose(
        cls,
        order: Order,
        author: Author,
        terms: Terms,
        last: "Amendment | None",
        details: Details | None = None,
    ) -> "Amendment":
        """A side wants these terms, and perhaps details, instead; `last` is the amendment before.

        Raises OrderMoveNotAllowed, AmendmentOpen, NothingAmended, FewerThanShipped and what terms may break.
        """
        if order.status not in AMENDABLE:
            raise OrderMoveNotAllowed(status=order.status, deed=Deed.AMEND)
        if last and last.is_open(order):
            raise AmendmentOpen(number=last.number)
        wanted = details or order.details
        if (terms, wanted) == (order.terms, order.details):
            raise NothingAmended()
        _check_some_left(terms, order)
        check_terms(terms, order.goods)
        number = last.number + 1 if last else 1
        split = _split_anew(wanted, order.terms, terms)
        return cls(order.id, number, order.revision, author, terms, split)

    @property
    def side(self) -> Side:
        """Whose proposal it is."""
        return self.author.side

    @property
    def at(self) -> datetime:
        """When it was sent."""
        return self.author.at

    def is_open(self, order: Order) -> bool:
        """Whether it still waits for an answer: the order has not moved on."""
        return self.answer is None and order.revision == self.revision and order.status in AMENDABLE

    def accepted(self, order: Order, author: Author) -> Order:
        """The order as both sides want it from now on.

        Raises StaleAmendment, and FewerThanShipped when too much has left since it was sent.
        """
        self.check(order, author, self.side.other)
        _check_some_left(self.terms, order)
        return order.amend(self.author, author, self.terms, self.details)

    def check(self, order: Order, author: Author, side: Side) -> None:
        """Raises StaleAmendment unless it is open and the author stands on this side."""
        if not self.is_open(order) or author.side is not side:
            raise StaleAmendment(number=self.number)


def _check_some_left(terms: Terms, order: Order) -> None:
    """An order all of which had left would wait for a last consignment that cannot come."""
    if order.shipped and terms.quantity.count <= order.shipped:
        raise FewerThanShipped(count=terms.quantity.count, shipped=order.shipped)


def _split_anew(details: Details, before: Terms, terms: Terms) -> Details:
    """Another quantity follows a single line; how several change is left open and agreed by message."""
    lines, count = details.lines, terms.quantity.count
    if count == before.quantity.count or not lines:
        return details
    kept = (Line(lines[0].specs, count),) if len(lines) == 1 else ()
    return replace(details, lines=kept)
