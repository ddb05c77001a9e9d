"""How the use cases need applications for a qualification kept, as a protocol."""

from collections.abc import Sequence
from typing import Protocol

from domain.application import Application
from domain.catalogue import Qualification
from services.photos import Photos


class Applications(Protocol):
    """Applications with their photos, and the record of what became of them."""

    async def add(self, application: Application, proofs: Photos) -> Application:
        """Keeps a new application and its photos; returns it with its id."""

    async def get(self, application_id: int) -> Application | None:
        """The application."""

    async def get_for_update(self, application_id: int) -> Application | None:
        """The same, locked until the end of the transaction."""

    async def latest(self, supplier_id: int) -> Application | None:
        """The supplier's last application."""

    async def proofs(self, application_id: int) -> Photos:
        """Its photos as they came."""

    async def save(self, after: Application, before: Qualification | None = None) -> None:
        """Writes its end and adds it to the record; a grant notes the qualification `before` it."""

    async def pending(self, page: int, size: int) -> Sequence[Application]:
        """A page of those that wait for a decision, oldest first."""

    async def count_pending(self) -> int:
        """How many wait for a decision."""
