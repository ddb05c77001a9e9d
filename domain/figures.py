"""A supplier's figures: what its orders and their reviews say of it, in numbers that nobody types."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

FEWEST_PROMISES: Final = 5
"""Of fewer orders a rate would say more than it knows."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`stars` is the sum of the latest version of each of the `reviews`.

    Of the `promised` orders, whose day fell into the last twelve months, `on_time` left in full by then.
    """

    stars: int = 0
    reviews: int = 0
    promised: int = 0
    on_time: int = 0

    @property
    def rating_tenths(self) -> int | None:
        """The mean of the stars in tenths, rounded half up; None without a review."""
        return (20 * self.stars + self.reviews) // (2 * self.reviews) if self.reviews else None

    @property
    def on_time_percent(self) -> int | None:
        """Whole percent, rounded down, so that 100 means all; None below FEWEST_PROMISES."""
        return 100 * self.on_time // self.promised if self.promised >= FEWEST_PROMISES else None


NO_FIGURES: Final = Figures()


@dataclass(frozen=True, slots=True)
class Promise:
    """Until when an order was to leave, and when the last of it left; None while something is left."""

    due_at: datetime
    shipped_at: datetime | None = None


def kept(promises: Iterable[Promise], since: datetime, now: datetime) -> tuple[int, int]:
    """How many promises fell due between `since` and `now` or were kept, and how many of them were kept.

    A promise that may still be kept counts for nothing yet.
    """
    lately = [each for each in promises if since <= each.due_at]
    on_time = sum(1 for each in lately if each.shipped_at and each.shipped_at <= each.due_at)
    late = sum(1 for each in lately if each.due_at < min(each.shipped_at or now, now))
    return on_time + late, on_time
