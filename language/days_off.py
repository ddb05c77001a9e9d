"""Two days and what is said of them: 2027-02-01 2027-02-15 words, 2月1日到15日 放假."""

import re
from datetime import date
from typing import Final, NamedTuple

from language.dates import days_named
from language.fold import fold

_SAME_MONTH: Final = re.compile(r"(\d{1,2})月(\d{1,2})[日号]?(\s*[-–—~到至]\s*)(\d{1,2})[日号]")
_SIGNS: Final = " \t,，。.;；:：-–—~"


class DaysOff(NamedTuple):
    """From the first day to the last; `words` are what stands behind them."""

    first: date
    last: date
    words: str


def read_days_off(text: str, today: date) -> DaysOff | None:
    """The first two days that a line names, or one day; None when it names none."""
    line = _SAME_MONTH.sub(r"\1月\2日\3\1月\4日", text)
    named = sorted(days_named(fold(line), today), key=lambda day: day.start)
    days = [day for place, day in enumerate(named) if not place or day.start >= named[place - 1].end]
    if not days:
        return None
    first, last = days[0], days[min(1, len(days) - 1)]
    return DaysOff(first.day, last.day, line[last.end :].strip(_SIGNS))
