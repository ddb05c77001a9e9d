"""Approving a sample: it becomes the golden sample, and the offer form opens for the lot."""

from dataclasses import dataclass, replace

from domain.golden import GoldenSample, check_received
from domain.lifecycle import NegotiationStatus
from domain.negotiation import Negotiation
from domain.order import Order
from domain.people import Person, Side
from domain.terms import TERMS, QualityStandard, TermsDraft
from services.drafting import OfferDraft
from services.evidence import Bundle, Exhibit, Purpose
from services.gathering import Gathering
from services.matter import About
from services.notices import News, Notice
from services.offer_fields import ASKED, filled_fields
from services.order_deeds import OrderDeeds, locked_as
from services.ports import Books
from services.recording import tell_side
from services.refusals import NotFound


@dataclass(frozen=True, slots=True)
class SeenGolden:
    """A golden sample as somebody of either side sees it, with its sample order and its photos."""

    golden: GoldenSample
    order: Order
    exhibits: tuple[Exhibit, ...]


class Approving(OrderDeeds):
    """What a buyer does with a sample that is as it should be."""

    async def known(self, order_id: int) -> GoldenSample | None:
        """What the buyer approved before. Raises NotFound, and NotASample to the seller."""
        order, side = await self.see(order_id)
        check_received(order, side)
        return await self._books.golden.get(order_id)

    async def begin(self, order_id: int) -> Bundle:
        """Opens the pile for photos of the sample. Raises NotFound, and NotASample before it arrived."""
        order, side = await self.see(order_id)
        check_received(order, side)
        return await Gathering(self._books, self._person).begin(Purpose.GOLDEN, order_id)

    async def approve(self, order_id: int, bundle_id: int, standard: str) -> GoldenSample:
        """The sample is the golden one from now on: photos, the agreed standard, the moment.

        - Only its buyer, once it arrived, and once for ever: a second press finds what stands.
        - The seller gets it with the photos.
        Raises NotFound, NotASample, StandardTooLong.
        """
        books = self._books
        order = await locked_as(Side.BUYER, books, self._person, order_id)
        known = await books.golden.get(order_id)
        if known is not None:
            return known
        photos = await self._photos(order, bundle_id)
        bundle = (bundle_id, photos) if photos else (0, ())
        golden = GoldenSample.approve(order, self._author(Side.BUYER), standard.strip(), bundle)
        await books.golden.add(golden)
        notice = Notice(News.GOLDEN_SAMPLE, order.id, order.revision)
        await tell_side(books, order, Side.SELLER, notice)
        return golden

    async def look(self, order_id: int) -> SeenGolden:
        """The golden sample of a sample order, for either side and operators. Raises NotFound to others."""
        golden = await self._books.golden.get(order_id)
        order = await self._books.orders.get(order_id)
        if golden is None or order is None:
            raise NotFound(what="order")
        side = self._person.side_in(golden.buyer_id, golden.supplier_id)
        if side is None and not self._person.is_operator:
            raise NotFound(what="order")
        exhibits = await self._books.evidence.of(golden.bundle_id) if golden.bundle_id else ()
        return SeenGolden(golden, order, tuple(exhibits[: len(golden.photos)]))

    async def _photos(self, order: Order, bundle_id: int) -> tuple[str, ...]:
        """The files of the buyer's own pile, which is closed now; none without a pile."""
        bundle = await self._books.evidence.get(bundle_id) if bundle_id else None
        if bundle is None:
            return ()
        if (bundle.order_id, bundle.purpose) != (order.id, Purpose.GOLDEN):
            raise NotFound(what="evidence")
        await Gathering(self._books, self._person).done(bundle_id)
        return tuple(each.photo.file.unique_id for each in await self._books.evidence.of(bundle_id))


async def bulk_draft(books: Books, person: Person, golden: GoldenSample) -> OfferDraft:
    """The offer for the lot that follows a golden sample, which its quality names.

    - Where the buyer's negotiation about the same goods waits for him, it is the answer there.
    - Else it is a new inquiry on the terms that stood in the one still open, if there is one.
    """
    stated = TermsDraft(quality=QualityStandard.AS_SAMPLE, sample=golden.number)
    standing = await _open_with(books, person, golden)
    if standing is None:
        to_ask = tuple(each for each in ASKED if each not in filled_fields(stated))
        return OfferDraft(About(product_id=golden.product_id), stated, to_ask)
    if standing.status is NegotiationStatus.AWAITING_BUYER:
        about = About(negotiation_id=standing.id, version=standing.offer.number)
        return OfferDraft(about, stated, to_ask=())
    offered = standing.offer.terms
    kept = replace(stated, **{name: getattr(offered, name) for name in TERMS if not getattr(stated, name)})
    return OfferDraft(About(product_id=golden.product_id), kept, to_ask=())


async def _open_with(books: Books, person: Person, golden: GoldenSample) -> Negotiation | None:
    found = await books.rfqs.open_with(person.id, [golden.product_id])
    number = found.get(golden.product_id)
    return await books.negotiations.get(number) if number else None
