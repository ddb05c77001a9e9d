"""Freight as one person looks at it: of a product he may buy, or of a negotiation he takes part in."""

from dataclasses import dataclass

from domain.catalogue import Product
from domain.freight.load import Package
from domain.negotiation import Negotiation
from domain.people import Person, Side
from domain.quantity import Quantity
from services.cases import Case
from services.freighting import UNSTATED, Asked, Estimate, estimate
from services.negotiating import Negotiating
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks at: one of the ids is 0; `count` 0 is the offer's quantity or the MOQ.

    `draft` is the key of the offer form he comes from, empty if he comes from none.
    """

    product_id: int = 0
    negotiation_id: int = 0
    count: int = 0
    stated: Package = UNSTATED
    draft: str = ""


@dataclass(frozen=True, slots=True)
class FreightCase:
    """The estimate, what it is about, and what this side may do."""

    wanted: Wanted
    product: Product
    side: Side
    estimate: Estimate
    negotiation: Negotiation | None = None

    @property
    def count(self) -> int:
        """How many units the estimate is for."""
        return self.estimate.asked.count

    @property
    def country(self) -> str:
        """Where they go; empty while the buyer chose no country."""
        return self.estimate.asked.country

    @property
    def currency(self) -> str:
        """The currency of the goods, in which the seller states freight."""
        return self.negotiation.goods.currency if self.negotiation else self.product.currency

    @property
    def standing(self) -> int:
        """The quantity of the offer on the table, which a figure is stated for; the MOQ before any offer."""
        return self.negotiation.offer.terms.quantity.count if self.negotiation else self.product.moq

    @property
    def version(self) -> int:
        """The offer on the table; 0 before any."""
        return self.negotiation.offer.number if self.negotiation else 0

    @property
    def may_state(self) -> bool:
        """Whether this side may say what freight costs."""
        is_open = self.negotiation is not None and self.negotiation.waits_for is not None
        return is_open and self.side is Side.SELLER

    @property
    def may_choose(self) -> bool:
        """Whether this side may put a way to ship into an offer now."""
        if self.negotiation is None:
            return self.side is Side.BUYER
        return Case(self.negotiation, self.side).can_answer


async def freight_case(books: Books, person: Person, wanted: Wanted) -> FreightCase:
    """The freight of a product to the person's country, or of a negotiation to its buyer's.

    Raises NotFound, to strangers of a negotiation too, and QuantityOutOfBounds.
    """
    negotiation, side = await _seen(books, person, wanted)
    product_id = negotiation.goods.product_id if negotiation else wanted.product_id
    product = await books.catalogue.product(product_id)
    if product is None:
        raise NotFound(what="product")
    standing = negotiation.offer.terms.quantity.count if negotiation else product.moq
    asked = Asked(
        product=product,
        count=Quantity(wanted.count or standing, product.unit).count,
        country=await books.freight.destination(negotiation.buyer_id if negotiation else person.id),
        figures=negotiation.freight if negotiation else (),
        stated=wanted.stated,
    )
    return FreightCase(wanted, product, side, await estimate(books, asked), negotiation)


async def _seen(books: Books, person: Person, wanted: Wanted) -> tuple[Negotiation | None, Side]:
    if not wanted.negotiation_id:
        return None, Side.BUYER
    return await Negotiating(books, person).see(wanted.negotiation_id)
