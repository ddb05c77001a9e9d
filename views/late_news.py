"""What both sides hear of a promised day: that it is near, and that it has passed."""

from datetime import datetime

from domain.lateness import promised_day
from domain.people import Side
from services.cases import OrderCase
from views.claim_draft import claim_draft
from views.markup import Html
from views.order import order_card
from views.reader import Reader
from views.screen import Screen


def promise_near(reader: Reader, case: OrderCase, now: datetime) -> Html:
    """The seller is asked whether the goods leave in time; the buyer hears of it."""
    assert case.order.promised_at is not None, "told only of a promise"
    day = reader.day(promised_day(case.order.promised_at))
    if case.side is Side.SELLER:
        return reader.say(
            "⏰ Promised by {day}: will the goods leave in time? Press Ship when they do, Message if not.",
            day=day,
        )
    return reader.say("⏰ For your information: the goods are to leave by {day}.", day=day)


def late_screen(reader: Reader, case: OrderCase, above: Html | str) -> Screen:
    """The buyer gets the claim drafted, where something was agreed; else both see the order's card."""
    late = case.late
    if late is not None and late.claimable is not None and case.side is Side.BUYER:
        return claim_draft(reader, late, late.claimable, above)
    return order_card(reader, case, above)
