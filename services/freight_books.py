"""How the use cases need freight kept, as a protocol: rates, where buyers are, sellers' own figures."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.freight.exchange import Exchange
from domain.freight.figure import FreightFigure
from domain.freight.rate import FreightRate


class FreightBooks(Protocol):
    """Freight rates, destinations and figures."""

    async def rates_to(self, country: str, now: datetime) -> Sequence[FreightRate]:
        """The rates that lead to the country or to a zone with it and are valid now, the oldest first."""

    async def destination(self, person_id: int) -> str:
        """The country that a buyer has his goods sent to, by ISO 3166 code; empty while he chose none."""

    async def set_destination(self, person_id: int, country: str, now: datetime) -> None:
        """Remembers the country."""

    async def state(self, negotiation_id: int, figure: FreightFigure) -> None:
        """Adds a seller's figure; earlier ones stay in the ledger."""

    async def exchange(self, one: str, other: str) -> Exchange | None:
        """The newest imported exchange rate between two currencies, whichever way it was written."""
