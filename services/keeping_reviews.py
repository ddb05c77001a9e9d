"""How the use cases need reviews kept, and the suppliers' figures that follow from them, as protocols."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.figures import Figures
from domain.review import Answer, Review
from services.said import File


class Reviews(Protocol):
    """Reviews with their versions, photos and answers."""

    async def get(self, order_id: int) -> Review | None:
        """The latest version for an order, with the seller's answer."""

    async def add(self, review: Review) -> None:
        """Keeps a version."""

    async def answer(self, order_id: int, answer: Answer) -> None:
        """Keeps the seller's answer."""

    async def of_product(self, product_id: int, page: int, size: int) -> Sequence[Review]:
        """A page of the latest versions for a product, newest first."""

    async def count(self, product_id: int) -> int:
        """How many orders of a product were reviewed."""

    async def keep_photo(self, file: File, person_id: int, now: datetime) -> None:
        """Keeps a photo; the same twice is once."""

    async def photo(self, name: str) -> File | None:
        """The photo of this lasting name."""


class SupplierFigures(Protocol):
    """What is known of suppliers in numbers."""

    async def newly_changed(self) -> Sequence[int]:
        """Ids of suppliers whose orders or claims moved, or were reviewed, since the last call."""

    async def of_supplier(self, supplier_id: int, now: datetime) -> Figures:
        """The figures, counted anew as of now."""

    async def keep(self, supplier_id: int, figures: Figures) -> None:
        """Writes them where the supplier is read."""
