"""Lead time: days to dispatch, or the day of the calendar by which goods leave."""

from decimal import ROUND_CEILING
from typing import Final

from domain.terms import MAX_LEAD_TIME_DAYS, MAX_VALID_DAYS, TermsDraft
from language.amount import Role
from language.dates import Day
from language.doubt import DayOutOfReach, Term, TwoReadings
from language.line import Line
from language.mark import Mark
from language.meanings import Meaning
from language.settled import Settled

_LIKELY: Final = 270
"""A day without its year that comes back only after so many days was rather meant as a past one."""

_UNTIL: Final = frozenset({Mark.BEFORE, Mark.LEAD})
_BY: Final = frozenset({Mark.BY, Mark.BEFORE, Mark.NOT_LEAD, Mark.PAST})


def settle_lead_time(settled: Settled) -> None:
    """Days as said, weeks as seven and months as thirty days; working days have two readings."""
    amount = settled.one(Term.LEAD_TIME, settled.of(Meaning.LEAD_TIME))
    if amount is None:
        return
    days = amount.figure.value
    if amount.role is Role.WORKDAYS:
        calendar = (days * 7 / 5).to_integral_value(ROUND_CEILING)
        settled.doubt(TwoReadings(Term.LEAD_TIME, days, calendar))
        return
    settled.lead_time_days = int(days)


def settle_days(settled: Settled) -> None:
    """By 15 December, 12月15日前交货; valid until 15 December."""
    for day in settled.days[:1]:
        first, last = settled.places(day.start, day.end)
        marks = settled.line.clause(first).marks
        if Mark.VALID in marks:
            _until(settled, day, MAX_VALID_DAYS, is_validity=True)
        elif marks & _UNTIL or _is_until(settled.line, first, last):
            _until(settled, day, MAX_LEAD_TIME_DAYS)
        else:
            continue
        last += settled.line.mark(last) in _BY
        settled.used[first:last] = [True] * (last - first)


def _is_until(line: Line, first: int, last: int) -> bool:
    """By 10 January, 1月10号前."""
    is_by = not _BY.isdisjoint((line.mark(first - 1), line.mark(last)))
    return is_by or line.words_of(range(last - 1, last)).endswith("前")


def _until(settled: Settled, day: Day, most: int, *, is_validity: bool = False) -> None:
    today = settled.context.today or day.day
    days = (day.day - today).days
    if not 0 < days <= (most if day.has_year else min(most, _LIKELY)):
        settled.doubt(DayOutOfReach(settled.line.text[day.start : day.end], most))
    elif is_validity:
        settled.state(TermsDraft(valid_days=days))
    elif settled.lead_time_days is None:
        settled.lead_time_days = days
