"""A supplier's figures: what its orders and their reviews say of it, in numbers that nobody types."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

FEWEST_PROMISES: Final = 5
"""Of fewer orders a rate would say more than it knows."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`stars` is the sum of the latest version of each of the `reviews`.

    Of the `promised` orders, whose day fell into the last twelve months, `on_time` left in full by then, and
    for `claimed` the buyer claims compensation.
    """

    stars: int = 0
    reviews: int = 0
    promised: int = 0
    on_time: int = 0
    claimed: int = 0

    @property
    def rating_tenths(self) -> int | None:
        """The mean of the stars in tenths, rounded half up; None without a review."""
        return (20 * self.stars + self.reviews) // (2 * self.reviews) if self.reviews else None

    @property
    def on_time_percent(self) -> int | None:
        """Whole percent, rounded down, so that 100 means all; None below FEWEST_PROMISES."""
        return 100 * self.on_time // self.promised if self.promised >= FEWEST_PROMISES else None

    @property
    def claim_percent(self) -> int | None:
        """Whole percent, rounded up, so that 0 means none; None below FEWEST_PROMISES."""
        return -(-100 * self.claimed // self.promised) if self.promised >= FEWEST_PROMISES else None


NO_FIGURES: Final = Figures()


@dataclass(frozen=True, slots=True)
class Promise:
    """Until when an order was to leave, and when the last of it left; None while something is left.

    `is_claimed`: the buyer claims compensation, or got some; what he took back is no claim.
    """

    due_at: datetime
    shipped_at: datetime | None = None
    is_claimed: bool = False


def with_promises(figures: Figures, promises: Iterable[Promise], since: datetime, now: datetime) -> Figures:
    """The figures with the promises that fell due between `since` and `now`, or were kept.

    A promise that may still be kept counts for nothing yet.
    """
    due = [each for each in promises if since <= each.due_at and (each.shipped_at or each.due_at < now)]
    on_time = sum(1 for each in due if each.shipped_at and each.shipped_at <= each.due_at)
    claimed = sum(1 for each in due if each.is_claimed)
    return replace(figures, promised=len(due), on_time=on_time, claimed=claimed)
