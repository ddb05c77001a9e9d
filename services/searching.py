"""Searching the catalogue: what a buyer asks, what he gets, and the port that answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol

from domain.catalogue import Qualification

PAGE_SIZE: Final = 5


class Sort(StrEnum):
    """The order of results; price and MOQ rise, equal ones stand by relevance."""

    RELEVANCE = "relevance"
    PRICE = "price"
    MOQ = "moq"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a product must satisfy besides the words; None and the empty string ask nothing.

    Prices are major units of `currency`; a product's price is that of its smallest order, and prices of
    other currencies are compared at the reference rates. `province` may also name a city.
    """

    moq_at_most: int | None = None
    price_from: Decimal | None = None
    price_to: Decimal | None = None
    currency: str = "CNY"
    province: str = ""
    qualification: Qualification | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A search as typed, and what the buttons added; pages count from 1. No words ask for everything."""

    text: str = ""
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    page: int = 1


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of an answer.

    `words` are the words that every result satisfies, `dropped` those that had to be left out because
    nothing has them all. `count` is exact; `unfiltered` is the count without filters. `page` is the page
    really shown (1 when there is none). `suggestions` are other queries that find something.
    """

    product_ids: tuple[int, ...] = ()
    count: int = 0
    page: int = 1
    words: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    unfiltered: int = 0

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.count // PAGE_SIZE)


class ProductSearch(Protocol):
    """The search index as the running transaction sees it."""

    async def find(self, query: SearchQuery) -> SearchPage:
        """Answers a search."""

    async def origins(self, query: SearchQuery) -> Sequence[tuple[str, int]]:
        """Provinces of what the query finds when its own province is ignored, with counts, largest first."""

    async def alike(self, text: str, limit: int) -> Sequence[int]:
        """Products like what the text names, most alike first; fewer and fewer of its words must be there."""
