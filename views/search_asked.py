"""What a search asks besides the words: its filters and order, in a few words."""

from decimal import Decimal

from domain.money import UnitPrice
from services.searching import Filters, SearchQuery, Sort
from views.markup import Html, escape
from views.names import qualification
from views.places import named_place
from views.reader import Reader


def what_is_asked(reader: Reader, query: SearchQuery) -> Html | str:
    """Filters and order in one line; empty when there are none."""
    parts = [*filter_parts(reader, query.filters), *_order(reader, query.sort)]
    return Html(" · ".join(parts))


def filter_parts(reader: Reader, asked: Filters) -> list[Html]:
    """Each filter that is set, in a few words."""
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


def price_range(reader: Reader, low: Decimal | None, high: Decimal | None, currency: str) -> str:
    """A range of unit prices, open at an end that is None."""
    least = reader.price(UnitPrice.of(low, currency)) if low else ""
    most = reader.price(UnitPrice.of(high, currency)) if high else ""
    if least and most:
        return reader.word("{low} – {high}", low=least, high=most)
    return reader.word("from {low}", low=least) if least else reader.word("up to {high}", high=most)
