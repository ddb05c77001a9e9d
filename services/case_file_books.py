"""How the use cases need case files kept: who had which made of which order, and its hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.order_facts import order_number
from domain.people import Side


@dataclass(frozen=True, slots=True)
class KeptCaseFile:
    """A case file that was made, without a side for an operator; `sha256` of the ZIP in hex."""

    order_id: int
    person_id: int
    side: Side | None
    sha256: str
    at: datetime | None = None

    @property
    def order_number(self) -> str:
        """The number of the order it is about."""
        return order_number(self.order_id)


class CaseFiles(Protocol):
    """The case files that were made; rows are only ever added."""

    async def keep(self, file: KeptCaseFile, now: datetime) -> None:
        """Notes that a person had the file made; the same file is noted once."""

    async def hashes(self, negotiation_id: int) -> Mapping[int, str]:
        """The SHA-256 of the files of messages that our own store has, by the id of the message."""

    async def found(self, beginning: str) -> KeptCaseFile | None:
        """The first time that the one file was made whose hash begins so; None if none or several do."""
