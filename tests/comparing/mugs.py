"""Suppliers of coffee mugs: twelve that are alike, and some that differ in one thing each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert

from domain.negotiation import Negotiation
from domain.terms import TermsDraft
from services.comparing.sending import Sent, send
from services.comparing.shortlist import Shortlist, leading
from services.drafting import Form, OfferDraft
from services.matter import About, matter_of
from services.negotiating import Negotiating
from storage.books import StoredBooks
from storage.catalogue import StoredCatalogue
from storage.database import Connection
from storage.search import index_products
from storage.tables.catalogue import products, suppliers
from storage.tables.people import memberships, persons
from tests.builders import BUYER, Trade

ALIKE: Final = tuple(range(101, 113))
"""Products, suppliers and their sellers share numbers: 101 sells product 101 of supplier 101."""
LARGE_MOQ, BY_THE_SET, IN_DOLLARS, TOY = 120, 121, 122, 123
_DIFFERENT: Final[dict[int, dict[str, Any]]] = {
    LARGE_MOQ: {"moq": 5000, "tiers": [[5000, 50_000]]},
    BY_THE_SET: {"unit": "set"},
    IN_DOLLARS: {"currency": "USD", "tiers": [[100, 9_500]]},
    TOY: {"category": "Toys"},
}


@dataclass(frozen=True, slots=True)
class Mugs:
    """What people do on this market."""

    trade: Trade

    async def sends(self, product_ids: Sequence[int], draft: TermsDraft, person_id: int = BUYER) -> Sent:
        """One inquiry about these products."""

        async def deed(books: StoredBooks, person: Any) -> Sent:
            return await send(books, person, await form_of(books, person, product_ids, draft))

        return await self.trade.does(person_id, deed)

    async def negotiations(self, rfq_id: int) -> list[Negotiation]:
        """Those of an inquiry, in the order in which they began."""
        rfq = await self.trade.does(BUYER, lambda books, _: books.rfqs.get(rfq_id))
        assert rfq is not None
        return [await self.trade.negotiation(each) for each in rfq.negotiation_ids]

    async def asks(self, product_id: int, draft: TermsDraft, person_id: int = BUYER) -> Negotiation:
        """An inquiry to one supplier, as any."""
        return await self.trade.does(person_id, lambda b, p: Negotiating(b, p).inquire(product_id, draft))


async def form_of(books: StoredBooks, person: Any, product_ids: Sequence[int], draft: TermsDraft) -> Form:
    """The form of an inquiry to several, filled."""
    leader = leading(await books.catalogue.products(product_ids), draft)
    about = About(product_id=leader.id, several=tuple(product_ids))
    return Form(OfferDraft(about, draft), await matter_of(books, person, about))


def all_ticked(*product_ids: int) -> Shortlist:
    """A shortlist of these, each ticked."""
    return Shortlist(product_ids, frozenset(product_ids))


async def stock_mugs(trade: Trade) -> None:
    """Adds the suppliers, one seller each, and indexes the products."""
    await trade.database.run(_stock)


async def _stock(connection: Connection) -> None:
    numbers = [*ALIKE, *_DIFFERENT]
    supplied = [
        {"id": each, "name": f"Mug Maker {each}", "name_zh": f"{each}号杯厂", "qualification": "unverified"}
        for each in numbers
    ]
    await connection.execute(insert(suppliers), supplied)
    people = [{"id": each, "language": "zh", "reachable": True, "since": 0} for each in numbers]
    await connection.execute(insert(persons), people)
    await connection.execute(
        insert(memberships), [{"person_id": each, "supplier_id": each, "role": "owner"} for each in numbers]
    )
    for each in numbers:
        await connection.execute(insert(products), [{**_listing(each), **_DIFFERENT.get(each, {})}])
    await index_products(connection, await StoredCatalogue(connection).products(numbers))


def _listing(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "supplier_id": number,
        "sku": f"M{number}",
        "title_en": "Ceramic coffee mug",
        "title_zh": "陶瓷咖啡杯",
        "category": "Drinkware",
        "unit": "piece",
        "currency": "CNY",
        "moq": 100,
        "tiers": [[100, 80_000], [1000, 70_000 + number]],
        "lead_time_days": 15,
        "weight_kg": "0.3",
        "size_cm": ["10", "10", "10"],
    }
