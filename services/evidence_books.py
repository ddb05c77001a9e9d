"""How the use cases need evidence kept, as a protocol."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from services.evidence import Bundle, Exhibit, Twin
from services.said import Said


class Evidence(Protocol):
    """Bundles and their files; files are only ever added."""

    async def open(self, bundle: Bundle) -> Bundle:
        """Keeps a new bundle; returns it with its id."""

    async def get(self, bundle_id: int) -> Bundle | None:
        """The bundle."""

    async def get_for_update(self, bundle_id: int) -> Bundle | None:
        """The same, locked until the end of the transaction."""

    async def last_of(self, person_id: int) -> Bundle | None:
        """The bundle that a person opened last."""

    async def addendum_to(self, bundle: Bundle, since: datetime) -> Bundle | None:
        """The person's last open addendum about the same order and claim, opened since then."""

    async def add(self, bundle: Bundle, said: Said, now: datetime) -> Exhibit | None:
        """Keeps a file, to be copied to our own store; None: the bundle has it. The bundle must be locked."""

    async def of(self, bundle_id: int) -> Sequence[Exhibit]:
        """The files of a bundle in the order in which they came."""

    async def count(self, bundle_id: int) -> int:
        """How many there are."""

    async def exhibit(self, exhibit_id: int) -> Exhibit | None:
        """One file."""

    async def twins(self, exhibit: Exhibit) -> Sequence[Twin]:
        """The same or similar pictures among the evidence on other orders, one for each order."""

    async def since(self, person_id: int, moment: datetime) -> tuple[int, int]:
        """How many files a person sent as evidence since then, and their bytes."""

    async def close(self, bundle_id: int, now: datetime) -> None:
        """Notes the moment of Done; the first stays."""

    async def link(self, bundle_id: int, claim_id: int) -> None:
        """Says which claim a bundle belongs to, once."""

    async def of_claim(self, claim_id: int) -> Sequence[Bundle]:
        """All bundles of a claim, first to last."""

    async def of_order(self, order_id: int) -> Sequence[Bundle]:
        """All bundles about an order, first to last."""
