"""What lateness costs: nothing in time, more by the day, and never above the cap."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.lateness import Lateness, Sent, days_late, lateness
from domain.money import Fee, Money
from domain.order_clock import promised
from domain.terms import FeeBasis
from tests.builders import NOON, terms

DAY = timedelta(days=1)
MILLISECOND = timedelta(milliseconds=1)
PROMISED = promised(NOON, 15)
"""The end of March 16 in China."""
AGREED = terms("12.50", 500, late_percent_per_day=50, late_cap_percent=10)

counts = st.integers(1, 500)
days = st.integers(-20, 400)


def cny(amount: int) -> Money:
    return Money(amount * 100, "CNY")


def minor(amount: Money | None) -> int:
    assert amount is not None
    return amount.minor


def late_by(days: int, *sent: Sent) -> Lateness:
    return lateness(AGREED, PROMISED, sent, PROMISED - MILLISECOND + days * DAY)


def test_the_first_late_day_begins_with_midnight_in_china() -> None:
    assert days_late(PROMISED, PROMISED - MILLISECOND) == 0
    assert days_late(PROMISED, PROMISED) == 1
    assert days_late(PROMISED, PROMISED + DAY - MILLISECOND) == 1
    assert days_late(PROMISED, PROMISED + DAY) == 2


def test_each_day_costs_the_agreed_share_of_the_total_up_to_the_cap() -> None:
    assert late_by(0) == Lateness((), cny(0), cny(625))
    assert late_by(3).amount == Money(9375, "CNY")
    assert (late_by(20).amount, late_by(20).is_capped) == (cny(625), False)
    assert (late_by(21).amount, late_by(21).is_capped) == (cny(625), True)


def test_only_what_left_too_late_is_paid_for() -> None:
    in_time, later = Sent(200, PROMISED - DAY), Sent(100, PROMISED + DAY)

    found = late_by(4, in_time, later)

    assert [(part.count, part.days) for part in found.parts] == [(100, 2), (200, 4)]
    assert found.amount == Money(6250, "CNY")  # 100 x 2 + 200 x 4 days of 12.50 at 0.5 percent
    assert late_by(90, Sent(500, PROMISED - MILLISECOND)).parts == ()


def test_the_total_bears_the_customization_fee_too() -> None:
    fee = {"custom_fee": Fee(1_000_000, "CNY"), "custom_fee_basis": FeeBasis.ONCE}
    agreed = terms("12.50", 500, late_percent_per_day=100, **fee)

    assert lateness(agreed, PROMISED, (), PROMISED).amount == Money(6350, "CNY")
    assert lateness(agreed, PROMISED, (), PROMISED + 300 * DAY).amount == cny(6350)


def test_where_nothing_was_agreed_no_sum_is_invented() -> None:
    found = lateness(terms(), PROMISED, (), PROMISED + 9 * DAY)

    assert (found.days, found.amount) == (10, None)


@given(days, st.integers(0, 60), st.lists(st.tuples(counts, days), max_size=3))
def test_a_day_more_never_costs_less(day: int, more: int, sent: list[tuple[int, int]]) -> None:
    left = [Sent(count, PROMISED + at * DAY) for count, at in sent if sum(c for c, _ in sent) <= 500]

    sooner, later = late_by(day, *left), late_by(day + more, *left)

    assert 0 <= minor(sooner.amount) <= minor(later.amount) <= minor(later.cap)


@given(counts, st.integers(1, 400))
def test_a_part_that_left_in_time_costs_nothing(count: int, day: int) -> None:
    whole, part = late_by(day), late_by(day, Sent(count, PROMISED - DAY))

    assert minor(part.amount) <= minor(whole.amount)
    assert sum(each.count for each in part.parts) == 500 - count
