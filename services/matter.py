"""What an offer is drafted on: the goods, their listing, and the offer that is answered."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from domain.catalogue import Product, Supplier
from domain.china import china_day
from domain.negotiation import Goods, Negotiation, NoSelfDealing
from domain.offer import Offer
from domain.people import Person, Side
from domain.terms import Terms, TermsDraft
from services.comparing.several import Several, several_of
from services.negotiating import Negotiating, Target, completed, goods_of
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class About:
    """Which product an inquiry is about, or which version of a negotiation is answered; ids may be 0.

    An inquiry to several suppliers names the products of `several`, of which `product_id` leads.
    """

    product_id: int = 0
    negotiation_id: int = 0
    version: int = 0
    several: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """The same in a few characters, for buttons: what goes to other suppliers is another draft."""
        if self.several:
            named = " ".join(map(str, self.several))
            return f"r{hashlib.blake2s(named.encode(), digest_size=8).hexdigest()}"
        return f"p{self.product_id}" if self.product_id else f"n{self.negotiation_id}v{self.version}"

    @property
    def target(self) -> Target:
        """The offer that is answered."""
        return Target(self.negotiation_id, self.version)


@dataclass(frozen=True, slots=True)
class Matter:
    """The goods in question, seen by one side; in an inquiry there is no negotiation yet.

    `today` is the day in China, from which days of the calendar are counted.
    """

    about: About
    goods: Goods
    side: Side
    product: Product | None
    supplier: Supplier | None
    negotiation: Negotiation | None = None
    today: date | None = None
    several: Several | None = None

    @property
    def standing(self) -> Terms | None:
        """The terms of the offer that is answered."""
        return self.negotiation.offer.terms if self.negotiation else None

    @property
    def own(self) -> Offer | None:
        """The last offer of the side that drafts."""
        before = self.negotiation.before if self.negotiation else None
        return before if before and before.side is self.side else None

    def whole(self, draft: TermsDraft) -> Terms:
        """The draft as it would be sent: the rest from the offer answered, or from the listing.

        Raises MissingTerm when neither states a quantity or a price.
        """
        if self.standing:
            return draft.filled_from(self.standing).settle()
        return (completed(draft, self.product) if self.product else draft).settle()


async def matter_of(books: Books, person: Person, about: About) -> Matter:
    """Everything a draft needs to know. Raises NotFound and NoSelfDealing."""
    matter = await (_of_answer if about.negotiation_id else _of_inquiry)(books, person, about)
    return replace(matter, today=china_day(books.now))


async def _of_inquiry(books: Books, person: Person, about: About) -> Matter:
    product = await books.catalogue.product(about.product_id)
    if product is None:
        raise NotFound(what="product")
    if product.supplier.id in person.supplier_ids:
        raise NoSelfDealing(supplier_id=product.supplier.id)
    several = await several_of(books, person, product, about.several) if about.several else None
    return Matter(about, goods_of(product), Side.BUYER, product, product.supplier, several=several)


async def _of_answer(books: Books, person: Person, about: About) -> Matter:
    negotiation, side = await Negotiating(books, person).see(about.negotiation_id)
    product = await books.catalogue.product(negotiation.goods.product_id)
    supplier = product.supplier if product else await books.catalogue.supplier(negotiation.supplier_id)
    return Matter(about, negotiation.goods, side, product, supplier, negotiation)
