"""What late delivery costs the seller: computed from the agreed terms and from what was shipped when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from domain.china import china_day
from domain.money import Money
from domain.terms import Terms

_INSTANT: Final = timedelta(milliseconds=1)
_WHOLE: Final = 100
_HUNDREDTHS: Final = 10_000
"""A whole in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A consignment: so many units left the seller at that moment."""

    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LatePart:
    """So many units were shipped, or still wait, so many days after the promised one."""

    count: int
    days: int


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late which parts of an order are; the compensation is None when the terms agree on none.

    `cap` is the most that it can come to. `is_capped`: without the cap it would be more.
    """

    parts: tuple[LatePart, ...] = ()
    amount: Money | None = None
    cap: Money | None = None
    is_capped: bool = False

    @property
    def days(self) -> int:
        """How many days the latest part is late; 0 is on time."""
        return max((part.days for part in self.parts), default=0)


def promised_day(promised_at: datetime) -> date:
    """The last day, in China, on which the goods may leave; the promise runs until its end."""
    return china_day(promised_at - _INSTANT)


def days_late(promised_at: datetime, moment: datetime) -> int:
    """Days of the calendar in China between the promised day and the moment's; 0 is in time."""
    return max((china_day(moment) - promised_day(promised_at)).days, 0)


def lateness(terms: Terms, promised_at: datetime, sent: Sequence[Sent], now: datetime) -> Lateness:
    """The compensation for what left too late or, as of `now`, not yet.

    Source: the terms' clause on late delivery. Each unit bears an equal share of the order's total (goods and
    customization fee); per day late it costs `late_percent_per_day` of that share. All units together cost at
    most `late_cap_percent` of the total, or the total where no cap is agreed. Rounded once, half up to the
    minor unit, as UnitPrice.times says.
    """
    waiting = terms.quantity.count - sum(each.count for each in sent)
    parted = [*sent, Sent(waiting, now)] if waiting > 0 else sent
    parts = tuple(
        LatePart(each.count, days)
        for each in parted
        if (days := days_late(promised_at, each.at)) and each.count
    )
    if terms.late_percent_per_day is None:
        return Lateness(parts)
    return _costing(terms, parts, terms.late_percent_per_day)


def _costing(terms: Terms, parts: tuple[LatePart, ...], rate: int) -> Lateness:
    total = terms.total()
    unit_days = sum(part.count * part.days for part in parts)
    cost = _rounded(Decimal(total.minor * unit_days * rate) / (terms.quantity.count * _HUNDREDTHS))
    cap = _rounded(Decimal(total.minor * (terms.late_cap_percent or _WHOLE)) / _WHOLE)
    amount = Money(min(cost, cap), total.currency)
    return Lateness(parts, amount, Money(cap, total.currency), is_capped=cost > cap)


def _rounded(minor: Decimal) -> int:
    return int(minor.to_integral_value(ROUND_HALF_UP))
