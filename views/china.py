"""What China's hours and holidays mean for who waits, in a line."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from domain.catalogue import Supplier
from domain.china import (
    Festival,
    Holiday,
    china_day,
    holiday_on,
    holidays_between,
    is_open,
    is_workday,
    next_opening,
)
from domain.people import Language
from domain.places import place_key
from domain.terms import TermsDraft
from views.holiday_line import holiday_line
from views.markup import Html, escape
from views.places import named_place
from views.reader import Reader

_STEPS: Final = (*(timedelta(minutes=m) for m in (15, 30)), *(timedelta(hours=h) for h in (1, 2, 4)))
_WORKING_DAY: Final = timedelta(hours=9, minutes=30)

_FESTIVALS: Final[Mapping[Festival, Callable[[Reader], str]]] = {
    Festival.NEW_YEAR: lambda reader: reader.word("New Year's Day"),
    Festival.SPRING_FESTIVAL: lambda reader: reader.word("Spring Festival"),
    Festival.TOMB_SWEEPING: lambda reader: reader.word("Tomb-Sweeping Day"),
    Festival.LABOUR_DAY: lambda reader: reader.word("Labour Day"),
    Festival.DRAGON_BOAT: lambda reader: reader.word("Dragon Boat Festival"),
    Festival.MID_AUTUMN: lambda reader: reader.word("Mid-Autumn Festival"),
    Festival.NATIONAL_DAY: lambda reader: reader.word("National Day"),
}


def answering(reader: Reader, supplier: Supplier, now: datetime) -> Html:
    """How soon the supplier usually replies, and why not now: one line, or nothing."""
    usual = reply_time(reader, supplier)
    closed = _told(reader, supplier, now) or _closed(reader, supplier, now)
    usually = reader.say("Usually replies within {time}.", time=usual) if usual else ""
    sentences = [part for part in (usually, closed) if part]
    return escape(Html(" " if reader.language is Language.ENGLISH else "").join(sentences))


def crossing(reader: Reader, terms: TermsDraft, now: datetime) -> Html:
    """When the goods would leave if the deposit came today, should a long holiday fall into the lead time."""
    if terms.lead_time_days is None:
        return Html()
    today = china_day(now)
    leaves = today + timedelta(days=terms.lead_time_days)
    holiday = _greatest([each for each in holidays_between(today, leaves) if each.is_long])
    if holiday is None:
        return Html()
    sentence = _CROSSED.get(holiday.festival, _crossed)
    return sentence(
        reader,
        {
            "date": reader.day(leaves),
            "festival": _FESTIVALS[holiday.festival](reader),
            "first": reader.short_day(holiday.first),
            "last": reader.short_day(holiday.last),
        },
    )


def reply_time(reader: Reader, supplier: Supplier) -> str:
    """Within what time the supplier usually replies, in working hours, e.g. "2 hours"; empty if unknown."""
    usual = supplier.answers_in
    if usual is None:
        return ""
    step = next((step for step in _STEPS if usual <= step), None)
    if step is not None:
        return reader.duration(step)
    return reader.say_many("{count} working day", "{count} working days", -(-usual // _WORKING_DAY))


def festival(reader: Reader, holiday: Holiday) -> str:
    """What a holiday is called."""
    return _FESTIVALS[holiday.festival](reader)


def _told(reader: Reader, supplier: Supplier, now: datetime) -> Html:
    """The supplier's own notice, which says more than the calendar."""
    notice = supplier.holiday
    return holiday_line(reader, notice) if notice and notice.is_told(china_day(now)) else Html()


def _closed(reader: Reader, supplier: Supplier, now: datetime) -> Html:
    today = china_day(now)
    holiday = holiday_on(today)
    if holiday is not None and not is_workday(today):
        return reader.say(
            "China is on holiday ({festival}) until {date}; answers may take longer.",
            festival=_FESTIVALS[holiday.festival](reader),
            date=reader.day(holiday.last),
        )
    return Html() if is_open(now) else _opens(reader, supplier, now)


def _opens(reader: Reader, supplier: Supplier, now: datetime) -> Html:
    opening = next_opening(now)
    place = named_place(reader, place_key(supplier.city)) if supplier.city.strip() else reader.word("China")
    said = {"time": reader.china_time(now), "place": place, "opening": reader.china_time(opening)}
    if opening.date() == china_day(now):
        return reader.say("It is {time} in {place} now; they open at {opening}.", **said)
    weekday = reader.weekday(opening.date())
    return reader.say(
        "It is {time} in {place} now; they open on {weekday} at {opening}.", weekday=weekday, **said
    )


def _greatest(holidays: list[Holiday]) -> Holiday | None:
    """Spring Festival before all others, else the first."""
    spring = (each for each in holidays if each.festival is Festival.SPRING_FESTIVAL)
    return next(spring, holidays[0] if holidays else None)


def _crossed(reader: Reader, named: Mapping[str, str]) -> Html:
    return reader.say(
        "📅 With the deposit today, dispatch would be by {date};"
        " {festival} ({first} – {last}) falls in between.",
        **named,
    )


def _spring(reader: Reader, named: Mapping[str, str]) -> Html:
    return reader.say(
        "📅 With the deposit today, dispatch would be by {date};"
        " {festival} ({first} – {last}) falls in between."
        " Factories stop for weeks around it: please agree on a firm date.",
        **named,
    )


_CROSSED: Final[Mapping[Festival, Callable[[Reader, Mapping[str, str]], Html]]] = {
    Festival.SPRING_FESTIVAL: _spring
}
