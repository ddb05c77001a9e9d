"""How late an order is and what that comes to: the formula in words."""

from domain.lateness import LatePart, promised_day
from domain.money import Money
from domain.order import Order
from domain.quantity import Quantity
from domain.terms import Terms
from services.late import LateCase
from views.markup import Html, lines
from views.reader import Reader
from views.units import quantity


def late_line(reader: Reader, late: LateCase) -> Html:
    """How many days late, after which day."""
    promised_at = late.order.promised_at
    assert promised_at is not None, "what is late was promised"
    return reader.say_many(
        "⏰ {count} day late: promised by {day}",
        "⏰ {count} days late: promised by {day}",
        late.lateness.days,
        day=reader.day(promised_day(promised_at)),
    )


def formula(reader: Reader, late: LateCase) -> Html:
    """The agreed clause, what it applies to, and what that makes; empty when none was agreed."""
    amount = late.lateness.amount
    if amount is None:
        return Html()
    parts = [_part_line(reader, late.order, part) for part in late.lateness.parts]
    return lines(clause(reader, late.order.terms), *parts, _sum_line(reader, late, amount))


def clause(reader: Reader, terms: Terms) -> Html:
    """What the terms agree on late delivery; empty when they do not."""
    if terms.late_percent_per_day is None:
        return Html()
    return reader.say(
        "Agreed: {rate} a day of the total of {total}, for the part that is late.",
        rate=reader.hundredths(terms.late_percent_per_day),
        total=reader.money(terms.total()),
    )


def _part_line(reader: Reader, order: Order, part: LatePart) -> Html:
    unit = order.terms.quantity.unit
    return reader.say_many(
        "• {late} of {all}, {count} day",
        "• {late} of {all}, {count} days",
        part.days,
        late=quantity(reader, Quantity(part.count, unit)),
        all=quantity(reader, order.terms.quantity),
    )


def _sum_line(reader: Reader, late: LateCase, amount: Money) -> Html:
    if late.lateness.is_capped:
        percent = late.order.terms.late_cap_percent
        if percent is None:
            return reader.say("= {amount}, the whole total: it cannot be more", amount=reader.money(amount))
        return reader.say(
            "= {amount}, the agreed most of {percent}",
            amount=reader.money(amount),
            percent=reader.percent(percent),
        )
    return reader.say("= {amount} so far", amount=reader.money(amount))
