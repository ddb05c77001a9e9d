"""What an operator asks the sides of a dispute for, and why he decides as he does: fixed words, no typing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.people import Side

ASKING_DAYS: Final = (1, 3, 5)
"""For so many days evidence can be asked for."""
EVIDENCE_WARNING: Final = timedelta(hours=6)
"""So long before its end a side is reminded."""


class Wanted(StrEnum):
    """What is asked for; the values are stored and on buttons."""

    DEFECTS = "defects"
    SIZE = "size"
    COUNT = "count"
    PACKING = "packing"
    SAMPLE = "sample"
    REPORT = "report"
    SHIPPING = "shipping"
    ADDRESS = "address"


class Finding(StrEnum):
    """Why it is suggested or decided so; the values are stored as the reason of a version."""

    SHOWN = "shown"
    SAMPLE = "sample"
    WRONG = "wrong"
    SHORT = "short"
    PACKING = "packing"
    LATE = "late"
    SHARED = "shared"
    SILENT = "silent"
    NOT_SHOWN = "not_shown"
    AS_AGREED = "as_agreed"
    ON_THE_WAY = "on_the_way"


FOR_BUYER: Final = (
    Finding.SHOWN,
    Finding.SAMPLE,
    Finding.WRONG,
    Finding.SHORT,
    Finding.PACKING,
    Finding.LATE,
    Finding.SHARED,
    Finding.SILENT,
)
FOR_SELLER: Final = (Finding.NOT_SHOWN, Finding.AS_AGREED, Finding.ON_THE_WAY, Finding.SILENT)
FINDINGS: Final[Mapping[bool, tuple[Finding, ...]]] = {True: FOR_BUYER, False: FOR_SELLER}
"""Of what gives the buyer something, and of what gives him nothing."""


@dataclass(frozen=True, slots=True)
class EvidenceRequest:
    """An operator asks one side, or both (`of` None), for evidence, `until` a moment.

    Numbered from 1 within its claim; `number` 0 is not stored yet.
    """

    claim_id: int
    number: int
    operator_id: int
    of: Side | None
    wanted: Wanted
    at: datetime
    until: datetime

    @property
    def sides(self) -> tuple[Side, ...]:
        """Who is asked."""
        return (self.of,) if self.of else tuple(Side)

    def is_open(self, now: datetime) -> bool:
        """Whether there is time left."""
        return now < self.until
