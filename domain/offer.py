"""An offer: one immutable, numbered version of all terms."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Side
from domain.terms import Terms


@dataclass(frozen=True, slots=True)
class Offer:
    """Version `number` (from 1) of a negotiation's terms, made by `author_id` for `side`.

    `digest` is the SHA-256 of the terms in hex; `source` the words it was read from, if any.
    """

    number: int
    side: Side
    author_id: int
    terms: Terms
    at: datetime
    digest: str
    source: str = ""

    @classmethod
    def of(cls, number: int, author: "Author", terms: Terms) -> "Offer":
        """An offer whose digest is that of its terms."""
        return cls(number, author.side, author.id, terms, author.at, terms.digest(), author.source)

    @property
    def is_as_sent(self) -> bool:
        """Whether the terms still are those that the digest was made of."""
        return self.digest == self.terms.digest()


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes an offer, for which side, when, and from which words."""

    id: int
    side: Side
    at: datetime
    source: str = ""
