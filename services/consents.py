"""Phone numbers that one side gave to the other: who, to whom, and when."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Given(StrEnum):
    """Whose number was given; the values are stored."""

    SUPPLIERS_LISTED = "suppliers_listed"
    BUYERS_OWN = "buyers_own"


@dataclass(frozen=True, slots=True)
class Consent:
    """A number that was given once. `id` 0 is not stored yet; `negotiation_id` 0: from a product's page.

    `person_id` is the buyer: he asked for the supplier's number, or gave his own.
    """

    id: int
    given: Given
    person_id: int
    supplier_id: int
    negotiation_id: int
    number: str
    at: datetime

    def with_id(self, consent_id: int) -> "Consent":
        """The consent as stored."""
        return replace(self, id=consent_id)
