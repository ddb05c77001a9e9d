"""Looking at evidence: which files of an order or a claim a person may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.order import Order
from domain.people import Person, Side
from services.evidence import Bundle, Exhibit, Twin
from services.ports import Books
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Pile:
    """Files about an order in the order in which they came, each with its bundle.

    `side` is that of whoever looks; None is an operator, who sees originals.
    """

    order: Order
    side: Side | None
    exhibits: Sequence[tuple[Bundle, Exhibit]]

    @property
    def shows_originals(self) -> bool:
        """Whether whoever looks gets files as they came, with all that is hidden in them."""
        return self.side is None


class LookingAtEvidence:
    """The evidence that one person may see: of his own side all, of the other side what is done.

    An operator sees what is done, unless he is a party: then he sees what his side sees.
    """

    def __init__(self, books: Books, person: Person) -> None:
        self._books = books
        self._person = person

    async def bundle(self, bundle_id: int) -> Pile:
        """The files of one bundle. Raises NotFound, to strangers too."""
        bundle = await self._books.evidence.get(bundle_id)
        if bundle is None:
            raise NotFound(what="evidence")
        return await self._pile(bundle.order_id, [bundle])

    async def claim(self, claim_id: int) -> Pile:
        """The files of all bundles of a claim. Raises NotFound, to strangers too."""
        claim = await self._books.claims.get(claim_id)
        if claim is None:
            raise NotFound(what="claim")
        return await self._pile(claim.order_id, await self._books.evidence.of_claim(claim_id))

    async def exhibit(self, exhibit_id: int) -> tuple[Pile, Exhibit]:
        """One file, and its bundle's. Raises NotFound, to strangers too."""
        exhibit = await self._books.evidence.exhibit(exhibit_id)
        if exhibit is None:
            raise NotFound(what="evidence")
        pile = await self.bundle(exhibit.bundle_id)
        if not pile.exhibits:
            raise NotFound(what="evidence")
        return pile, exhibit

    async def twins(self, pile: Pile, exhibit: Exhibit) -> Sequence[Twin]:
        """Where else the picture is evidence: a hint for an operator, which decides nothing."""
        return await self._books.evidence.twins(exhibit) if pile.side is None else ()

    async def _pile(self, order_id: int, bundles: Sequence[Bundle]) -> Pile:
        order = await self._books.orders.get(order_id)
        side = self._person.side_in(order.buyer_id, order.supplier_id) if order else None
        if order is None or (side is None and not self._person.is_operator):
            raise NotFound(what="evidence")
        shown = [each for each in bundles if each.is_shared or each.side is side]
        found = [(each, file) for each in shown for file in await self._books.evidence.of(each.id)]
        return Pile(order, side, found)
