"""A move: one recorded change of a status."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.lifecycle import Actor, Deed


class Subject(StrEnum):
    """What has a status, is shown on a card and is moved; the values are stored."""

    NEGOTIATION = "negotiation"
    ORDER = "order"
    CLAIM = "claim"
    CHANGES = "changes"
    SAMPLE = "sample"
    PRODUCT_FILE = "product_file"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Move:
    """Who did what to which subject, from where to where, caused by which update or job."""

    subject: Subject
    subject_id: int
    deed: Deed
    actor: Actor
    person_id: int | None
    from_status: str | None
    to_status: str
    version: int
    cause: str
    at: datetime
