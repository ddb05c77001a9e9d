"""A supplier's notice that it is closed for some days: said to buyers, and no more than said."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.refusal import Refusal

MOST_DAYS: Final = 60
MOST_WORDS: Final = 200
AHEAD: Final = timedelta(days=60)
"""So long before its first day a notice may be given and is shown."""


class HolidayUnusable(Refusal):
    """The days end before they begin, are over, are more than `most`, or begin too far ahead."""


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """Closed from the first day to the last, both in China; `words` are the seller's own."""

    first: date
    last: date
    words: str = ""

    def checked(self, today: date) -> "HolidayNotice":
        """The notice itself. Raises HolidayUnusable."""
        days = (self.last - self.first).days + 1
        is_ahead = today <= self.last and self.first <= today + AHEAD
        if not 0 < days <= MOST_DAYS or not is_ahead or len(self.words) > MOST_WORDS:
            raise HolidayUnusable(most=MOST_DAYS, characters=MOST_WORDS)
        return self

    def is_told(self, today: date) -> bool:
        """Whether buyers are told of it on this day."""
        return self.first - AHEAD <= today <= self.last
