"""How the operator's page needs the whole market counted, as a protocol."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from domain.catalogue import Supplier


@dataclass(frozen=True, slots=True)
class Overview:
    """How old the oldest waiting update and letter are, how many are dead, and how much there is."""

    oldest_update: timedelta
    oldest_letter: timedelta
    dead_updates: int
    dead_letters: int
    people: int
    suppliers: int
    products: int
    negotiations: int
    orders: int
    applications: int
    disputes: int


class Market(Protocol):
    """The market as a whole."""

    async def overview(self) -> Overview:
        """How all of it does now."""

    async def suppliers_like(self, words: str, most: int) -> Sequence[Supplier]:
        """Suppliers with these words in either name, by their names."""
