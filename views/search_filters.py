"""Choosing the filters and the order of a search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.catalogue import Qualification
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
from views.markup import Html, bold, lines, paragraphs
from views.names import qualification
from views.places import named_place
from views.reader import Reader
from views.screen import Button, Screen, grid, rows
from views.search_asked import filter_parts, price_range

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


@dataclass(frozen=True, slots=True)
class Choices:
    """The values of one filter with the words for them, in rows of `width` buttons."""

    by: Narrowing
    words: Mapping[str, str]
    width: int


def filters(reader: Reader, asked: Asked) -> Screen:
    """What can be filtered, and by what it is."""
    standing = filter_parts(reader, asked.query.filters)
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
    words = {str(step): reader.word("≤ {count}", count=reader.number(step)) for step in MOQ_STEPS}
    return _choice(reader, asked, text, Choices(Narrowing.MOQ, words, 3))


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
        _roughly(reader),
    )
    words = {
        f"{low or ''}-{high or ''}": price_range(reader, *_bounds(low, high), currency)
        for low, high in PRICE_STEPS
    }
    return _choice(reader, asked, text, Choices(Narrowing.PRICE, words, 2))


def origin_filter(reader: Reader, asked: Asked, origins: Sequence[tuple[str, int]]) -> Screen:
    """Provinces where the found goods come from, with their counts."""
    fitting = [
        (key, count)
        for key, count in origins
        if len(key.encode()) <= MOST_BYTES_OF_A_PLACE and ":" not in key
    ]
    words = {key: _counted_place(reader, key, count) for key, count in fitting[:MOST_PLACES]}
    return _choice(reader, asked, _where(reader, asked, words), Choices(Narrowing.ORIGIN, words, 2))


def _where(reader: Reader, asked: Asked, words: Mapping[str, str]) -> Html:
    if words:
        return reader.say("Where should the goods come from?")
    if not asked.count:
        return reader.say("Nothing passes your other filters. Please change one of them first.")
    return reader.say("None of these suppliers states where they are.")


def qualification_filter(reader: Reader, asked: Asked) -> Screen:
    """What the supplier should be vouched for."""
    text = reader.say("Which suppliers? ✅ stands for factories that Yijia has checked.")
    words = {each.value: qualification(reader, each) for each in Qualification}
    return _choice(reader, asked, text, Choices(Narrowing.QUALIFICATION, words, 1))


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
    text = paragraphs(
        reader.say("In which order? Price and MOQ start with the lowest."),
        _roughly(reader),
    )
    return Screen(text, rows(buttons, [back(reader, ShowResults(search=asked.id).pack())]))


def _roughly(reader: Reader) -> Html:
    """What is said wherever products of different currencies are compared."""
    return reader.say("Prices in different currencies are compared at approximate exchange rates.")


def _counted_place(reader: Reader, key: str, count: int) -> str:
    return reader.word("{place} ({count})", place=named_place(reader, key), count=reader.number(count))


def _choice(reader: Reader, asked: Asked, text: Html, choices: Choices) -> Screen:
    """The choices of one filter; where it is set, it can be taken back alone."""
    by, width = choices.by, choices.width
    buttons = [Button(word, _set(asked, by, value)) for value, word in choices.words.items()]
    unset = [Button(reader.word("Any"), _set(asked, by, ""))] if _is_set(asked.query.filters, by) else []
    up = back(reader, ShowFilters(search=asked.id).pack())
    return Screen(text, rows(*grid(buttons, width), unset, [up]))


def _is_set(asked: Filters, by: Narrowing) -> bool:
    values = {
        Narrowing.MOQ: asked.moq_at_most,
        Narrowing.PRICE: asked.price_from or asked.price_to,
        Narrowing.ORIGIN: asked.province,
        Narrowing.QUALIFICATION: asked.qualification,
    }
    return bool(values[by])


def _filter(asked: Asked, by: Narrowing) -> str:
    return ShowFilter(search=asked.id, by=by).pack()


def _set(asked: Asked, by: Narrowing, value: str) -> str:
    return SetFilter(search=asked.id, by=by, value=value).pack()


def _bounds(low: int | None, high: int | None) -> tuple[Decimal | None, Decimal | None]:
    return (Decimal(low) if low else None, Decimal(high) if high else None)
