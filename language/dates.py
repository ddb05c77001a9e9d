"""Days of the calendar named in a folded line: 15 December, Dec. 15th, 12月15日, 2027-01-05."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from language.numeral import NUMERALS, numeral

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR: Final = r"(?:,? ?(?P<year>20\d\d)(?!\d))?"
_NUMERAL: Final = rf"\d{{1,2}}|[{''.join(sorted(NUMERALS))}]{{1,3}}"
_DAYS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>20\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>1[3-9]|2\d|3[01])(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<year>20\d\d)(?!\d)",
        rf"(?:(?<!\d)(?P<year>20\d\d)年)?(?P<month>{_NUMERAL})月(?P<day>{_NUMERAL})[日号]",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}{_YEAR}",
        rf"(?P<end>end of|late) {_MONTH}{_YEAR}",
        rf"(?:(?<!\d)(?P<year>20\d\d)年)?(?P<month>{_NUMERAL})月(?P<end>[底末])",
        rf"(?<![\d{''.join(sorted(NUMERALS))}个])(?P<next>本|这个?|下个?)?月(?:(?P<day>{_NUMERAL})[日号]|(?P<end>[底末]))",
        r"end of (?P<next>this|the|next) (?P<end>month)",
        rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]){_YEAR}",
    )
)


class Day(NamedTuple):
    """A day named from `start` up to `end`; without its year it is the next such day."""

    day: date
    has_year: bool
    start: int
    end: int


def days_named(folded: str, today: date) -> list[Day]:
    """Every day of the calendar named, in the order of the patterns; impossible ones are left out."""
    found = (_day(match, today) for pattern in _DAYS for match in pattern.finditer(folded))
    return [day for day in found if day]


def _day(match: re.Match[str], today: date) -> Day | None:
    groups = match.groupdict()
    if "next" in groups:
        return _in_month(match, today)
    year, month = match["year"], _month(match["month"])
    try:
        named = _in_year(match, int(year) if year else today.year, month)
        if not year and named < today:
            named = named.replace(year=today.year + 1)
    except ValueError:
        return None
    return Day(named, bool(year), match.start(), match.end())


def _in_month(match: re.Match[str], today: date) -> Day | None:
    """月底, 下月5号, end of next month."""
    is_next = (match["next"] or "").startswith(("下", "next"))
    first = (today.replace(day=1) + timedelta(days=31 * is_next)).replace(day=1)
    try:
        return Day(_in_year(match, first.year, first.month), True, match.start(), match.end())
    except ValueError:
        return None


def _in_year(match: re.Match[str], year: int, month: int) -> date:
    """The day named, or the month's last. Raises ValueError for a day that no calendar has."""
    if match.groupdict().get("end"):
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, _number(match["day"]))


def _month(written: str) -> int:
    name = written[:3]
    return _MONTHS.index(name) + 1 if name in _MONTHS else _number(written)


def _number(written: str) -> int:
    """0, which is no month and no day, for a malformed numeral."""
    figure = numeral(written)
    return 0 if figure.flaw else int(figure.value)
