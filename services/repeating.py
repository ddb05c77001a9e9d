"""An old order once more: what it would be at today's terms, and what has changed since."""

from dataclasses import dataclass, replace
from typing import Final

from domain.catalogue import Product
from domain.details import Details, Line
from domain.lifecycle import OrderStatus
from domain.negotiation import NoSelfDealing
from domain.order import Order, OrderMoveNotAllowed
from domain.people import Person, Side
from domain.terms import Terms, TermsDraft, changes
from services.negotiating import listed_terms
from services.ordering import Ordering
from services.ports import Books
from services.refusals import NotFound

TOKEN_LENGTH: Final = 8
REPEATABLE: Final = frozenset((OrderStatus.DELIVERED, OrderStatus.COMPLETED, OrderStatus.CANCELLED))


@dataclass(frozen=True, slots=True)
class Repeat:
    """An old order, its product as it is listed today, and the terms that it has today.

    Without a product, or with one that is sold otherwise by now, there are no terms.
    """

    order: Order
    product: Product | None = None
    terms: Terms | None = None

    @property
    def token(self) -> str:
        """The beginning of the digest of what is ordered at a press."""
        return self.terms.digest()[:TOKEN_LENGTH] if self.terms else ""

    @property
    def has_moq_risen(self) -> bool:
        """Whether the old quantity is too small by now."""
        return bool(self.product and self.order.terms.quantity.count < self.product.moq)

    @property
    def gone(self) -> tuple[str, ...]:
        """Values of specs that are listed no more."""
        listed = {(name, value) for name, values in self._specs for value in values}
        said = dict.fromkeys(spec for line in self.order.details.lines for spec in line.specs)
        return tuple(value for name, value in said if (name, value) not in listed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The split as it was, if it can stay so."""
        is_same = self.terms is not None and self.terms.quantity == self.order.terms.quantity
        names = {tuple(name for name, _ in line.specs) for line in self.order.details.lines}
        is_whole = names <= {tuple(name for name, _ in self._specs)}
        return self.order.details.lines if is_same and is_whole and not self.gone else ()

    @property
    def must_split(self) -> bool:
        """Whether the split is to be asked, because it cannot stay as it was."""
        return bool(self.order.details.lines) and not self.lines and bool(self._specs)

    @property
    def details(self) -> Details:
        """What the new order adds: the address and the split; dates and notes were of their time."""
        return Details(self.order.details.delivery, self.lines)

    @property
    def is_unchanged(self) -> bool:
        """Whether everything is as it was."""
        return self.terms is not None and not changes(self.order.terms, self.terms) and not self.gone

    @property
    def asked(self) -> TermsDraft:
        """The old terms as an inquiry, with as many units as are sold at least."""
        old = self.order.terms
        if self.product is None or not self.has_moq_risen or old.moq:
            return replace(old)
        return replace(old, quantity=replace(old.quantity, count=self.product.moq))

    @property
    def _specs(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return self.product.specs if self.product else ()


async def repeat_of(books: Books, person: Person, order_id: int) -> Repeat:
    """The buyer's old order at today's terms.

    - Price, MOQ and lead time are the listing's; other terms are the supplier's usual ones of today. What was
      agreed otherwise and is not listed is not kept.
    Raises NotFound, OrderMoveNotAllowed for a sample or while the order is under way, and NoSelfDealing.
    """
    order, side = await Ordering(books, person).see(order_id)
    if side is not Side.BUYER or order.status not in REPEATABLE or order.is_sample:
        raise OrderMoveNotAllowed(status=order.status)
    product = await books.catalogue.product(order.goods.product_id)
    if product is None or product.is_paused:
        return Repeat(order)
    if product.supplier.id in person.supplier_ids:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    if (product.unit, product.currency) != (order.goods.unit, order.goods.currency):
        return Repeat(order, product)
    count = max(order.terms.quantity.count, product.moq)
    return Repeat(order, product, listed_terms(product, count))


async def order_again(books: Books, person: Person, repeat: Repeat) -> Order:
    """Orders it at today's terms. Raises NotFound without a product, and as Ordering.order_now."""
    if repeat.product is None or repeat.terms is None:
        raise NotFound(what="product")
    count = repeat.terms.quantity.count
    return await Ordering(books, person).order_now(repeat.product.id, count, repeat.details)
