"""How the use cases need a supplier's own products kept, as a protocol."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from domain.catalogue import Product
from domain.listing import Listing
from domain.sample_policy import SamplePolicy

Columns = Mapping[str, tuple[Any, Any]]
"""Columns of a product that changed: as they were and as they are now."""


class Change(StrEnum):
    """What a person did to a product; the values are stored."""

    ADDED = "added"
    EDITED = "edited"
    PAUSED = "paused"
    RESUMED = "resumed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Listed:
    """A product as a row of a catalogue file would say it."""

    product_id: int
    supplier_id: int
    listing: Listing
    is_paused: bool


@dataclass(frozen=True, slots=True)
class StallPage:
    """A page of a supplier's products, counted from 0, of `count` that fit the words."""

    products: Sequence[Product]
    count: int
    page: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Who did what to a product."""

    product_id: int
    person_id: int
    change: Change
    columns: Columns
    at: datetime


class StallBooks(Protocol):
    """Products as their own sellers see and change them; searches find them changed at once."""

    async def page(self, supplier_id: int, words: Sequence[str], page: int, size: int) -> StallPage:
        """A page of a supplier's products that have every word in a title, the category or the sku."""

    async def get_for_update(self, product_id: int) -> Listed | None:
        """A product as it is now, locked until the end of the transaction."""

    async def add(self, supplier_id: int, listing: Listing) -> int | None:
        """Lists a new product; returns its number, or None where the supplier has one of this sku."""

    async def save(self, product_id: int, listing: Listing) -> Columns:
        """Writes a product anew; returns what changed."""

    async def set_paused(self, product_id: int, since: datetime | None) -> None:
        """Takes a product off sale, or None: back."""

    async def set_samples(self, product_id: int, policy: SamplePolicy) -> Columns:
        """Writes on which terms samples of a product are given; returns what changed."""

    async def note(self, changed: Changed) -> None:
        """Adds to the record of changes."""

    async def categories(self, supplier_id: int, most: int) -> Sequence[str]:
        """The categories a supplier uses, most used first."""
