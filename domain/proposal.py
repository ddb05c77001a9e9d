"""Proposals of a claim: immutable, numbered versions of how to settle it, each with a digest."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.lifecycle import Actor
from domain.offer import Author
from domain.people import Side
from domain.refusal import Refusal
from domain.settlement import Settlement

MAX_REASON_LENGTH: Final = 500


class ReasonUnusable(Refusal):
    """A reason is missing or has more than `most` characters."""


@dataclass(frozen=True, slots=True)
class Arbiter:
    """The operator who looks at a dispute: his numeric id, when, and his words as `source`."""

    id: int
    at: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Version `number` (from 1) of how to settle: 1 is the claim itself. `digest`: SHA-256 in hex."""

    number: int
    by: Actor
    author_id: int
    settlement: Settlement
    reason: str
    at: datetime
    digest: str

    @classmethod
    def of(cls, number: int, author: Author | Arbiter, settlement: Settlement) -> "Proposal":
        """A proposal whose digest is that of its settlement and its reason, the author's words."""
        signed = _digest(number, settlement, author.source)
        return cls(number, actor_of(author), author.id, settlement, author.source, author.at, signed)

    @property
    def side(self) -> Side | None:
        """The side that made it; None of an operator's."""
        return None if self.by is Actor.OPERATOR else Side(self.by.value)

    @property
    def is_as_sent(self) -> bool:
        """Whether it still says what the digest was made of."""
        return is_signed(self.digest, self.number, self.settlement, self.reason)


def actor_of(author: Author | Arbiter) -> Actor:
    """As whom he speaks."""
    return Actor(author.side.value) if isinstance(author, Author) else Actor.OPERATOR


def is_signed(digest: str, number: int, settlement: Settlement, reason: str) -> bool:
    """Whether the digest was made of this version, settlement and reason."""
    return digest == _digest(number, settlement, reason)


def usable(reason: str) -> str:
    """The reason without space around it; its length is counted as Telegram does, in UTF-16 units.

    Raises ReasonUnusable.
    """
    stripped = reason.strip()
    if not 0 < len(stripped.encode("utf-16-le")) // 2 <= MAX_REASON_LENGTH:
        raise ReasonUnusable(most=MAX_REASON_LENGTH)
    return stripped


def _digest(number: int, settlement: Settlement, reason: str) -> str:
    signed = json.dumps([number, *settlement.signed, reason])
    return hashlib.sha256(signed.encode()).hexdigest()
