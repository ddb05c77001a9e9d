"""The order book of one side as it is exported: own orders only, the counterpart as the card shows it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from enum import StrEnum
from typing import Final, Self

from domain.catalogue import Supplier
from domain.china import CHINA
from domain.people import Person, Side
from services.order_books import BookedOrder, BookSpan
from services.ports import Books
from services.refusals import NotFound

MOST_ORDERS: Final = 20_000
AT_ONCE: Final = 500
_LAST_YEAR: Final = 9998
"""Of a later one no end can be told; a forged button may name it."""


class BookFormat(StrEnum):
    """What an order book is made into; the values are on buttons and in notices."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class BookWish:
    """Which order book somebody asked for; year 0 is all of it, other years are those of China.

    Raises NotFound when there is no such year.
    """

    side: Side
    format: BookFormat
    year: int = 0

    def __post_init__(self) -> None:
        if self.year and not MINYEAR < self.year < MAXYEAR:
            raise NotFound(what="year")

    @classmethod
    def read(cls, detail: str) -> Self:
        """The wish that `detail` wrote."""
        side, kind, year = detail.split()
        return cls(Side(side), BookFormat(kind), int(year))

    @property
    def detail(self) -> str:
        """The wish as a notice carries it."""
        return f"{self.side} {self.format} {self.year}"


@dataclass(frozen=True, slots=True)
class OrderBook:
    """The orders of a side, first to last, with their suppliers; `is_cut`: there are more than fit."""

    wish: BookWish
    orders: Sequence[BookedOrder]
    suppliers: Mapping[int, Supplier]
    made_at: datetime
    is_cut: bool = False


async def order_book_of(books: Books, person: Person, wish: BookWish) -> OrderBook:
    """The person's order book as of now; of a side he no longer stands on nothing is left.

    At most MOST_ORDERS, read in small steps so that others are served between them.
    """
    span = span_of(person, wish)
    found: list[BookedOrder] = []
    while len(found) <= MOST_ORDERS:
        last = found[-1].order.id if found else 0
        some = await books.order_books.after(span, last, AT_ONCE)
        found += some
        if len(some) < AT_ONCE:
            break
        await asyncio.sleep(0)
    shown = found[:MOST_ORDERS]
    return OrderBook(wish, shown, await suppliers_of(books, shown), books.now, len(found) > MOST_ORDERS)


async def suppliers_of(books: Books, orders: Sequence[BookedOrder]) -> dict[int, Supplier]:
    """The suppliers of these orders by their ids."""
    ids = sorted({each.order.supplier_id for each in orders})
    found = [await books.catalogue.supplier(supplier_id) for supplier_id in ids]
    return {supplier.id: supplier for supplier in found if supplier}


def span_of(person: Person, wish: BookWish) -> BookSpan:
    """The orders that the person may have exported."""
    since, until = _year(wish.year)
    if wish.side is Side.BUYER:
        return BookSpan(buyer_id=person.id, since=since, until=until)
    return BookSpan(supplier_ids=person.supplier_ids, since=since, until=until)


def _year(year: int) -> tuple[datetime | None, datetime | None]:
    if not year:
        return None, None
    year = min(year, _LAST_YEAR)
    return datetime(year, 1, 1, tzinfo=CHINA), datetime(year + 1, 1, 1, tzinfo=CHINA)
