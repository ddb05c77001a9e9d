"""The record of a negotiation: every deed with the offer it made, and whether all of it holds together."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.lifecycle import (
    NEGOTIATION,
    NEGOTIATION_BEGINS,
    Actor,
    NegotiationStatus,
    OrderStatus,
)
from domain.money import UnitPrice
from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.order import Order
from domain.people import Person, Side
from services.moves import Move, Subject
from services.negotiating import Negotiating
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Entry:
    """A deed; the offer that it made, if it made one, and the offer before that."""

    move: Move
    offer: Offer | None = None
    before: Offer | None = None


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All deeds of a negotiation and all its offers, first to last, read by someone of one side.

    `order` is what became of it, `carried` the deeds that carried that on after it was placed.
    """

    negotiation: Negotiation
    side: Side
    moves: Sequence[Move]
    offers: Sequence[Offer]
    order: Order | None = None
    carried: Sequence[Move] = ()

    @property
    def entries(self) -> list[Entry]:
        """The deeds in their order, each offer at the deed that made it; of an offer that is lost nothing."""
        made = {offer.number: offer for offer in self.offers}
        told = [
            Entry(move, made.get(move.version), made.get(move.version - 1)) if _offers(move) else Entry(move)
            for move in self.moves
        ]
        kept = [entry for entry in told if entry.offer or not _offers(entry.move)]
        return [*kept, *(Entry(move) for move in self.carried)]

    def offer(self, number: int) -> Offer:
        """One version. Raises NotFound."""
        for offer in self.offers:
            if offer.number == number:
                return offer
        raise NotFound(what="offer")

    @property
    def is_agreed(self) -> bool:
        """Whether the last offer was accepted and nobody went back on it."""
        return self.negotiation.status in (NegotiationStatus.AGREED, NegotiationStatus.ORDERED)

    @property
    def altered(self) -> tuple[int, ...]:
        """Numbers of the offers that are not as they were sent."""
        return tuple(offer.number for offer in self.offers if not offer.is_as_sent)

    @property
    def is_whole(self) -> bool:
        """Whether the deeds, one after another, lead to the offers and the status of today."""
        offered = [(move.version, move.actor, move.at) for move in self.moves if _offers(move)]
        kept = [(offer.number, Actor(offer.side.value), offer.at) for offer in self.offers]
        numbers = [offer.number for offer in self.offers]
        return (
            offered == kept
            and numbers == list(range(1, self.negotiation.offer.number + 1))
            and leads_to(self.moves) is self.negotiation.status
            and self._order_is_whole
        )

    @property
    def _order_is_whole(self) -> bool:
        """Whether each deed that carried the order on began where the one before had ended."""
        if self.order is None:
            return True
        stood = [OrderStatus.AWAITING_CONFIRMATION, *(move.to_status for move in self.carried)]
        return stood == [*(move.from_status for move in self.carried), self.order.status]


async def chronicle_of(books: Books, person: Person, negotiation_id: int) -> Chronicle:
    """The record as it is kept. Raises NotFound, to strangers too."""
    bargain = Negotiating(books, person)
    negotiation, side = await bargain.see(negotiation_id)
    offers = await bargain.history(negotiation_id)
    moves = await books.ledger.moves(Subject.NEGOTIATION, negotiation_id)
    order, carried = await _order(books, negotiation)
    return Chronicle(negotiation, side, moves, offers, order, carried)


async def _order(books: Books, negotiation: Negotiation) -> tuple[Order | None, Sequence[Move]]:
    """What became of it; that it was placed, the negotiation's own last deed says."""
    if negotiation.status is not NegotiationStatus.ORDERED:
        return None, ()
    order = await books.orders.of_negotiation(negotiation.id)
    return order, (await books.ledger.moves(Subject.ORDER, order.id))[1:] if order else ()


def leads_to(moves: Sequence[Move]) -> NegotiationStatus | None:
    """The status at which moves end that begin with an inquiry; None if one of them is not allowed there."""
    status = None
    for move in moves:
        if move.from_status != status:
            return None
        status = _next(status, move)
        if status != move.to_status:
            return None
    return status


def _offers(move: Move) -> bool:
    return move.deed in NEGOTIATION_BEGINS


def _next(status: NegotiationStatus | None, move: Move) -> NegotiationStatus | None:
    if status is None:
        return NEGOTIATION_BEGINS.get(move.deed)
    return NEGOTIATION.get((status, move.deed, move.actor))


async def listed_prices(books: Books, chronicle: Chronicle) -> list[UnitPrice]:
    """Today's listed price for the quantity of each offer; none if the product is sold otherwise now."""
    goods = chronicle.negotiation.goods
    product = await books.catalogue.product(goods.product_id)
    if product is None or (product.unit, product.currency) != (goods.unit, goods.currency):
        return []
    return [product.price_for(offer.terms.quantity.count) for offer in chronicle.offers]
