"""A shelf of products to search in, put into the database the way an import does."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from domain.catalogue import Product, Qualification, Supplier
from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.quantity import Unit
from services.searching import SearchPage, SearchQuery
from storage.database import Database
from storage.search import SearchIndex, index_products
from storage.search.cache import BitmapCache

FACTORY = Supplier(1, "Yiwu Sunny", "", Qualification.VERIFIED_FACTORY, "Zhejiang", "Yiwu", "")


def product(number: int, title_en: str = "", title_zh: str = "", price: str = "10", moq: int = 1) -> Product:
    """A listing of the factory in Yiwu."""
    tier = PriceTier(1, UnitPrice.of(Decimal(price), "CNY"))
    return Product(number, FACTORY, f"S{number}", title_en, title_zh, "", Unit.PIECE, moq, (tier,))


def of(listing: Product, qualification: Qualification, province: str = "Zhejiang", city: str = "") -> Product:
    """The same listing of another supplier."""
    other = replace(FACTORY, qualification=qualification, province=province, city=city)
    return replace(listing, supplier=other)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A database, and a search whose bitmaps no other test keeps."""

    database: Database
    cache: BitmapCache

    async def put(self, *listings: Product) -> None:
        """Indexes listings in one transaction."""
        await self.database.run(lambda connection: index_products(connection, listings))

    async def find(self, text: str = "", **asked: Any) -> SearchPage:
        """Searches for a text, with filters, sort and page."""
        return await self.ask(replace(SearchQuery(text), **asked))

    async def ask(self, query: SearchQuery) -> SearchPage:
        """Searches in a transaction of its own."""
        return await self.database.run(lambda connection: SearchIndex(connection, self.cache).find(query))
