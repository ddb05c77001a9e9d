"""A seller's own figure: what he says the freight of a negotiation comes to, in place of any estimate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from domain.money import Money
from domain.terms import Shipping


@dataclass(frozen=True, slots=True)
class FreightFigure:
    """What a seller states: the whole freight of `count` units one way, to a country if one is chosen."""

    method: Shipping
    cost: Money
    count: int
    country: str
    author_id: int
    at: datetime

    def holds_for(self, count: int, country: str) -> bool:
        """Whether it answers for this quantity and destination; without a country it was said for any."""
        return self.count == count and self.country in ("", country)

    def says_the_same(self, other: "FreightFigure") -> bool:
        """Whether the other says no more than this one, whoever said it and when."""
        return replace(other, author_id=self.author_id, at=self.at) == self


def latest(figures: Iterable[FreightFigure]) -> tuple[FreightFigure, ...]:
    """The figures that count: of each way to ship the last one said, in the order of Shipping."""
    last = {figure.method: figure for figure in figures}
    return tuple(last[method] for method in Shipping if method in last)
