"""How the use cases need requests for samples kept, as a protocol."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.people import Person
from domain.sample_request import SampleRequest


@dataclass(frozen=True, slots=True)
class SampleEntry:
    """An entry of a person's samples: a request, or an order; the other is 0."""

    request_id: int = 0
    order_id: int = 0


class Samples(Protocol):
    """Requests for samples and every quote."""

    async def add(self, request: SampleRequest, now: datetime) -> SampleRequest:
        """Keeps a new request; returns it with its id. A buyer has one open one of a product."""

    async def get(self, request_id: int) -> SampleRequest | None:
        """The request with the quote on the table."""

    async def get_for_update(self, request_id: int) -> SampleRequest | None:
        """The same, locked until the end of the transaction."""

    async def open_of(self, buyer_id: int, product_id: int) -> SampleRequest | None:
        """The buyer's open request for a sample of the product."""

    async def save(self, before: SampleRequest, after: SampleRequest, now: datetime) -> None:
        """Writes a change: the row, and the new quote if there is one."""

    async def count(self, person: Person) -> int:
        """How many requests and sample orders the person has, on either side."""

    async def page(self, person: Person, page: int, size: int) -> Sequence[SampleEntry]:
        """A page (from 0) of them, the latest change first; an ordered request is its order."""

    async def due(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open requests whose time is up."""

    async def to_warn(self, now: datetime, limit: int) -> Sequence[int]:
        """Ids of open requests whose end is near and was not warned of."""

    async def warned(self, request_id: int, now: datetime) -> bool:
        """Notes that the warning is given; returns whether it is the first before this deadline."""
