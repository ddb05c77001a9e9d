"""Filters and order of a search: what is asked now, and the choices there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.catalogue import Qualification
from domain.money import UnitPrice
from services.searching import Filters, SearchQuery, Sort
from views.buttons import back
from views.callback_data.search import (
    ClearFilters,
    Narrowing,
    SetFilter,
    SetSort,
    ShowFilter,
    ShowFilters,
    ShowResults,
)
from views.markup import Html, bold, escape, lines, paragraphs
from views.names import qualification
from views.places import named_place
from views.reader import Reader
from views.screen import Button, Screen, grid, rows

MOQ_STEPS: Final = (1, 10, 50, 100, 500, 1000)
PRICE_STEPS: Final = ((None, 5), (5, 20), (20, 50), (50, 100), (100, None))
MOST_PLACES: Final = 14
MOST_BYTES_OF_A_PLACE: Final = 36


@dataclass(frozen=True, slots=True)
class Asked:
    """A search whose filters are looked at: `id` is what the buttons carry, `count` what it finds now."""

    id: str
    query: SearchQuery
    count: int = 0


def what_is_asked(reader: Reader, query: SearchQuery) -> Html | str:
    """Filters and order in one line; empty when there are none."""
    parts = [*_filters(reader, query.filters), *_order(reader, query.sort)]
    return Html(" · ".join(parts))


def filters(reader: Reader, asked: Asked) -> Screen:
    """What can be filtered, and by what it is."""
    standing = _filters(reader, asked.query.filters)
    text = paragraphs(
        bold(reader.say("Filters")),
        lines(*(Html(f"• {part}") for part in standing)) or reader.say("No filter is set."),
        reader.say_many("{count} product passes.", "{count} products pass.", asked.count),
    )
    choices = [
        Button(reader.word("MOQ"), _filter(asked, Narrowing.MOQ)),
        Button(reader.word("Price"), _filter(asked, Narrowing.PRICE)),
        Button(reader.word("Origin"), _filter(asked, Narrowing.ORIGIN)),
        Button(reader.word("Qualification"), _filter(asked, Narrowing.QUALIFICATION)),
    ]
    clear = [Button(reader.word("Clear"), ClearFilters(search=asked.id).pack())] if standing else []
    return Screen(text, rows(*grid(choices, 2), clear, [back(reader, ShowResults(search=asked.id).pack())]))


def moq_filter(reader: Reader, asked: Asked, problem: Html | str = "") -> Screen:
    """How much the buyer would order at least; `problem` tells what was wrong with the typed answer."""
    text = paragraphs(
        problem,
        reader.say("How many do you want to order? I show what can be had in that quantity or less."),
        reader.say("Press one, or write a number such as <code>300</code>."),
    )
    buttons = [
        _set(asked, Narrowing.MOQ, str(step), reader.word("≤ {count}", count=reader.number(step)))
        for step in MOQ_STEPS
    ]
    return _choice(reader, asked, text, buttons, width=3)


def price_filter(reader: Reader, asked: Asked, problem: Html | str = "") -> Screen:
    """Which unit price the buyer has in mind; `problem` tells what was wrong with the typed answer."""
    currency = asked.query.filters.currency
    text = paragraphs(
        problem,
        reader.say("Which unit price, in {currency}?", currency=currency),
        reader.say(
            "Press one, or write a range such as <code>5-20</code>,"
            " or the most you would pay: <code>max 20</code>."
        ),
    )
    buttons = [
        _set(
            asked,
            Narrowing.PRICE,
            f"{low or ''}-{high or ''}",
            price_range(reader, *_bounds(low, high), currency),
        )
        for low, high in PRICE_STEPS
    ]
    return _choice(reader, asked, text, buttons, width=2)


def origin_filter(reader: Reader, asked: Asked, origins: Sequence[tuple[str, int]]) -> Screen:
    """Provinces where the found goods come from, with their counts."""
    if not origins:
        text = reader.say("None of these suppliers states where they are.")
        return _choice(reader, asked, text, [], width=2)
    buttons = [
        _set(asked, Narrowing.ORIGIN, key,
             reader.word("{place} ({count})", place=named_place(reader, key), count=reader.number(count)))
        for key, count in origins
        if len(key.encode()) <= MOST_BYTES_OF_A_PLACE and ":" not in key
    ]  # fmt: skip
    text = reader.say("Where should the goods come from?")
    return _choice(reader, asked, text, buttons[:MOST_PLACES], width=2)


def qualification_filter(reader: Reader, asked: Asked) -> Screen:
    """What the supplier should be vouched for."""
    text = reader.say("Which suppliers? ✅ stands for factories that Yijia has checked.")
    buttons = [
        _set(asked, Narrowing.QUALIFICATION, each.value, qualification(reader, each))
        for each in Qualification
    ]
    return _choice(reader, asked, text, buttons, width=1)


def sorts(reader: Reader, asked: Asked) -> Screen:
    """The orders there are; the present one is marked."""
    words = {
        Sort.RELEVANCE: reader.word("Relevance"),
        Sort.PRICE: reader.word("Price"),
        Sort.MOQ: reader.word("MOQ"),
    }
    buttons = [
        Button(f"✔ {word}" if sort is asked.query.sort else word, SetSort(search=asked.id, sort=sort).pack())
        for sort, word in words.items()
    ]
    text = reader.say("In which order? Price and MOQ start with the lowest.")
    return Screen(text, rows(buttons, [back(reader, ShowResults(search=asked.id).pack())]))


def price_range(reader: Reader, low: Decimal | None, high: Decimal | None, currency: str) -> str:
    """A range of unit prices, open at an end that is None."""
    least = reader.price(UnitPrice.of(low, currency)) if low else ""
    most = reader.price(UnitPrice.of(high, currency)) if high else ""
    if least and most:
        return reader.word("{low} – {high}", low=least, high=most)
    return reader.word("from {low}", low=least) if least else reader.word("up to {high}", high=most)


def _filters(reader: Reader, asked: Filters) -> list[Html]:
    parts = []
    if asked.moq_at_most is not None:
        parts.append(reader.say("MOQ ≤ {count}", count=reader.number(asked.moq_at_most)))
    if asked.price_from or asked.price_to:
        shown = price_range(reader, asked.price_from, asked.price_to, asked.currency)
        parts.append(reader.say("price {range}", range=shown))
    if asked.province:
        parts.append(escape(f"📍 {named_place(reader, asked.province)}"))
    if asked.qualification:
        parts.append(escape(qualification(reader, asked.qualification)))
    return parts


def _order(reader: Reader, sort: Sort) -> list[Html]:
    if sort is Sort.RELEVANCE:
        return []
    return [reader.say("cheapest first") if sort is Sort.PRICE else reader.say("smallest MOQ first")]


def _choice(reader: Reader, asked: Asked, text: Html, buttons: list[Button], width: int) -> Screen:
    up = back(reader, ShowFilters(search=asked.id).pack())
    return Screen(text, rows(*grid(buttons, width), [up]))


def _filter(asked: Asked, by: Narrowing) -> str:
    return ShowFilter(search=asked.id, by=by).pack()


def _set(asked: Asked, by: Narrowing, value: str, text: str) -> Button:
    return Button(text, SetFilter(search=asked.id, by=by, value=value).pack())


def _bounds(low: int | None, high: int | None) -> tuple[Decimal | None, Decimal | None]:
    return (Decimal(low) if low else None, Decimal(high) if high else None)
