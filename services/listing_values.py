"""Answers on buttons: what each stands for."""

import hashlib
from collections.abc import Sequence
from typing import Final

from domain.listing_words import CATEGORIES
from services.listing_fields import ListingField
from services.ports import Books
from services.refusals import NotFound

MOST_CATEGORIES: Final = 9
MOST_OF_A_VALUE: Final = 8
"""How long what a button carries may be: the digits of a category, a unit, a count of units."""


async def categories_of(books: Books, supplier_id: int) -> Sequence[str]:
    """The supplier's own categories, then the known ones."""
    own = await books.stall.categories(supplier_id, MOST_CATEGORIES)
    return tuple(dict.fromkeys((*own, *CATEGORIES)))[:MOST_CATEGORIES]


def category_value(category: str) -> str:
    """What the button of a category carries."""
    return hashlib.sha256(category.encode()).hexdigest()[:MOST_OF_A_VALUE]


async def answer_of(books: Books, supplier_id: int, field: ListingField, value: str) -> str:
    """The words that a button's value stands for. Raises NotFound for a category that is gone."""
    if field is not ListingField.CATEGORY:
        return value
    known = {category_value(each): each for each in await categories_of(books, supplier_id)}
    if value not in known:
        raise NotFound(what="button")
    return known[value]
