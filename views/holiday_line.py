"""A supplier's holiday notice in a line."""

from domain.holiday_notice import HolidayNotice
from views.markup import Html
from views.reader import Reader


def holiday_line(reader: Reader, notice: HolidayNotice | None) -> Html:
    """When the supplier is closed, and what it says of it; nothing without a notice."""
    if notice is None:
        return Html()
    named = {"first": reader.day(notice.first), "last": reader.day(notice.last), "words": notice.words}
    if notice.words:
        return reader.say("🏮 The supplier is closed from {first} to {last}: “{words}”", **named)
    return reader.say("🏮 The supplier is closed from {first} to {last}.", **named)
