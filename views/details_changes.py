"""What an amendment changes in the details of an order: the old struck, the new bold."""

from datetime import date
from typing import Final

from domain.details import Details
from views.fitting import shortened
from views.markup import Html, lines
from views.order_details import read_shown
from views.reader import Reader
from views.terms import changed, labelled, removed

_MOST_STRUCK: Final = 60
"""Characters of what was there before: the order itself shows it in full."""


def details_changes(reader: Reader, details: Details, before: Details) -> Html:
    """The details that differ, a line each; the split over specs is told elsewhere."""
    now, was = details.delivery, before.delivery
    return lines(
        _line(reader, reader.word("Delivery address"), now.address, was.address),
        read_shown(reader, now) if now != was else "",
        _line(
            reader, reader.word("Wanted by"), _day(reader, details.wanted_on), _day(reader, before.wanted_on)
        ),
        _line(reader, reader.word("Note"), details.note, before.note),
    )


def _line(reader: Reader, label: str, now: str, was: str) -> Html:
    if now == was:
        return Html()
    old = shortened(" ".join(was.split()), _MOST_STRUCK)
    value = changed(" ".join(now.split()), old) if now else removed(reader, old)
    return labelled(reader, label, value)


def _day(reader: Reader, day: date | None) -> str:
    return reader.day(day) if day else ""
