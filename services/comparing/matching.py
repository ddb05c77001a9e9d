"""Which other suppliers have matching products: found by the search index, one product for each supplier."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from domain.catalogue import Product
from services.ports import Books

MOST_CANDIDATES: Final = 20
_LOOKED_AT: Final = 300
_AT_ONCE: Final = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought: words, perhaps a category it must not contradict, and suppliers that are left out."""

    text: str
    category: str = ""
    without: frozenset[int] = frozenset()


def like(product: Product, without: Collection[int] = ()) -> Sought:
    """Products like this one, of other suppliers."""
    without = frozenset({product.supplier.id, *without})
    return Sought(named(product.title_en or product.title_zh), product.category, without)


def named(title: str) -> str:
    """What a title names; after its first comma it goes on to praise, which few other titles repeat."""
    return next((part for part in re.split("[,，]", title) if part.strip()), title)


async def matching(books: Books, sought: Sought) -> Sequence[Product]:
    """At most MOST_CANDIDATES products, best first, the best one of each supplier.

    A product of a category that is known to be another does not match, however alike its words.
    """
    found = await books.search.alike(sought.text, _LOOKED_AT)
    best: dict[int, Product] = {}
    for start in range(0, len(found), _AT_ONCE):
        for product in await books.catalogue.products(found[start : start + _AT_ONCE]):
            if _matches(product, sought):
                best.setdefault(product.supplier.id, product)
        if len(best) >= MOST_CANDIDATES:
            break
    return list(best.values())[:MOST_CANDIDATES]


def _matches(product: Product, sought: Sought) -> bool:
    known = product.category and sought.category
    is_other = known and product.category.casefold() != sought.category.casefold()
    return not is_other and product.supplier.id not in sought.without
