"""The amendments of orders as the use cases need them kept."""

from datetime import datetime
from typing import Protocol

from domain.amendment import Amendment, Answer
from domain.offer import Author


class Amendments(Protocol):
    """What sides want changed in binding orders, and what became of it; rows are only ever added."""

    async def add(self, amendment: Amendment, now: datetime) -> None:
        """Keeps a proposal."""

    async def last(self, order_id: int) -> Amendment | None:
        """The latest proposal of an order, with its answer if it has one."""

    async def answer(self, amendment: Amendment, answer: Answer, author: Author) -> None:
        """Keeps what became of it, once."""
