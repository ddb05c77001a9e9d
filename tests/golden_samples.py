"""Samples that arrived: bought at 60 yuan with 40 for freight, paid by transfer, refundable against a lot."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from domain.carriers import Waybill
from domain.consignment import Parcel
from domain.golden import GoldenSample
from domain.instalments import Part
from domain.lifecycle import Deed
from domain.money import Fee, Money
from domain.negotiation import Goods, Negotiation
from domain.order import Order
from domain.people import Person, Side
from domain.terms import PaymentMethod, QualityStandard, Terms
from domain.wanted_changes import Verdict, WantedChanges, Wish
from services.approving import Approving
from services.dispatching import Dispatching
from services.evidence import Purpose
from services.gathering import Gathering
from services.order_deeds import OrderTarget
from services.ordering import Ordering
from services.payment_books import Statement
from services.producing import Producing
from services.receiving import Receiving
from services.recording import doer, record
from services.said import File, Kind, Said
from services.statements import Stating
from services.wanting_changes import WantingChanges
from storage.books import StoredBooks
from tests.builders import BUYER, DETAILS, GOODS, NOON, SELLER, SUPPLIER, Trade, draft, terms
from tests.payments import Till

PRICE, FREIGHT = Money(6_000, "CNY"), Fee(400_000, "CNY")
NOW = timedelta(0)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who buys a sample of what from whom."""

    buyer: int = BUYER
    seller: int = SELLER
    supplier: int = SUPPLIER
    goods: Goods = GOODS


CUPS: Final = Parties()


class SamplesBought(Ordering):
    """Orders of samples at once, as a standing policy lets them be ordered."""

    async def buy(self, asked: Terms, parties: Parties) -> Order:
        """One sample."""
        author = self._author(Side.BUYER)
        goods = replace(parties.goods, moq=1)
        bought = Negotiation.order_now(parties.supplier, goods, author, asked)
        negotiation = await self._books.negotiations.add(bought)
        await record(self._books, None, negotiation, Deed.ORDER_NOW, doer(author))
        return await self._placed(Order.place_sample(negotiation, author, DETAILS), author)


async def placed(trade: Trade, *, is_refundable: bool = True, parties: Parties = CUPS) -> Order:
    """A sample order that nobody confirmed yet."""
    asked = terms("60", 1, freight_charge=FREIGHT, is_refundable=is_refundable, deposit_percent=100)

    return await trade.does(parties.buyer, lambda b, p: SamplesBought(b, p).buy(asked, parties))


async def received(
    trade: Trade, *, is_refundable: bool = True, by_card: bool = False, parties: Parties = CUPS
) -> Order:
    """The same, paid and delivered."""
    order = await placed(trade, is_refundable=is_refundable, parties=parties)
    for person_id in (parties.buyer, parties.seller):
        await trade.confirms(person_id, order)
    if by_card:
        till = Till(trade)
        await till.charges(await till.bill(order, Part.FULL), f"charge of {order.id}")
    else:
        await pays(trade, order, order.terms.total().minor, parties)
    target = OrderTarget(order.id, order.revision)
    parcel = Parcel(1, Waybill(None, "Hong Da"))
    await trade.does(parties.seller, lambda b, p: Producing(b, p).start(target))
    await trade.does(parties.seller, lambda b, p: Dispatching(b, p).ship(target, parcel))
    return await trade.does(parties.buyer, lambda b, p: Receiving(b, p).receive(target))


async def pays(trade: Trade, order: Order, minor: int, parties: Parties = CUPS) -> None:
    """The buyer says he paid so much by transfer, and the seller has it."""
    amount = Money(minor, "CNY")
    said = Statement(order.id, PaymentMethod.TRANSFER, amount, 0, parties.buyer, (), NOON)
    stated = await trade.does(parties.buyer, lambda b, p: Stating(b, p).state(said))
    await trade.does(parties.seller, lambda b, p: Stating(b, p).received(stated.id, amount))


def photo(name: str) -> Said:
    """A photo by its name."""
    return Said("", Kind.PHOTO, File(f"id of {name}", name, size=70_000), telegram_id=5)


async def pile(trade: Trade, order: Order, purpose: Purpose, *names: str) -> int:
    """The id of a buyer's bundle with these photos."""

    async def gather(books: StoredBooks, person: Person) -> int:
        bundle = await Gathering(books, person).begin(purpose, order.id)
        for name in names:
            await Gathering(books, person).keep(bundle.id, photo(name))
        return bundle.id

    return await trade.does(BUYER, gather)


async def approves(
    trade: Trade, order: Order, *photos: str, standard: str = "", person_id: int = BUYER
) -> GoldenSample:
    """The buyer, or another, approves the sample."""
    bundle_id = await pile(trade, order, Purpose.GOLDEN, *photos) if photos else 0
    return await trade.does(person_id, lambda b, p: Approving(b, p).approve(order.id, bundle_id, standard))


async def orders_lot(trade: Trade, golden: GoldenSample) -> Order:
    """An order of 500 cups that names the golden sample, to be confirmed by both."""
    asked = draft(sample=golden.number, quality=QualityStandard.AS_SAMPLE, deposit_percent=30)
    agreed = await trade.accepts(SELLER, await trade.inquires(offered=asked))
    return await trade.orders(BUYER, agreed)


async def confirmed(trade: Trade, order: Order) -> Order:
    """Both confirm it."""
    await trade.confirms(BUYER, order)
    return await trade.confirms(SELLER, order)


async def wants(trade: Trade, order: Order, *words: str) -> WantedChanges:
    """The buyer sends a list of these changes."""
    wishes = [Wish(each) for each in words]
    return await trade.does(BUYER, lambda b, p: WantingChanges(b, p).send(order.id, wishes))


async def answers(
    trade: Trade,
    changes: WantedChanges,
    place: int,
    reason: str = "",
    *,
    person_id: int = SELLER,
    later: timedelta = NOW,
) -> WantedChanges:
    """The seller, or another, will change what stands at the place (0: all open), or cannot and says why."""
    verdict = Verdict.CANNOT if reason else Verdict.WILL
    return await trade.does(
        person_id, lambda b, p: WantingChanges(b, p).answer(changes.id, place, verdict, reason), later=later
    )
