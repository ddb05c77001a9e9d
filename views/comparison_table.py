"""A comparison as a table to calculate with: numbers as numbers, each with its currency or unit beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from domain.money import UnitPrice
from services.comparing.comparison import Comparison
from services.comparing.measures import AMOUNTS, Measure, answers_in
from services.comparing.quote import Quote
from views.comparison_words import LABELS, UNKNOWN, said
from views.reader import Reader
from views.titles import supplier_name, title
from views.units import unit_word

Cell = str | int | dict[str, str]
_SECONDS_AN_HOUR: Final = 3600


@dataclass(frozen=True, slots=True)
class Column:
    """A head, a cell for each quote, and the measure that the best of it is marked by."""

    head: Callable[[Reader], str]
    cell: Callable[[Reader, Quote], Cell]
    measure: Measure | None = None


def table(reader: Reader, found: Comparison, name: str) -> dict[str, Any]:
    """Heads and a row for each supplier; the last column says in words what a mark says by its colour."""
    rows = [[column.cell(reader, quote) for column in COLUMNS] for quote in found.quotes]
    best = [_best(reader, found, place) for place in range(len(found.quotes))]
    heads = [column.head(reader) for column in COLUMNS]
    marked = [
        [place + 1, number]
        for number, column in enumerate(COLUMNS)
        for place in sorted(found.best(column.measure) if column.measure else ())
    ]
    return {
        "title": name,
        "rows": [
            [*heads, reader.word("Best in")],
            *([*row, words] for row, words in zip(rows, best, strict=True)),
        ],
        "marked": marked,
    }


def _best(reader: Reader, found: Comparison, place: int) -> str:
    return "; ".join(LABELS[each](reader) for each in found.measures if place in found.best(each))


def _number(amount: UnitPrice | None) -> Cell:
    return {"number": f"{amount.amount:f}"} if amount else ""


def _fee_each(quote: Quote) -> Cell:
    fee = quote.terms.custom_fee
    return {"number": f"{type(fee)(quote.fee_each or 0, fee.currency).amount:f}"} if fee else ""


def _freight_currency(quote: Quote) -> Cell:
    return ", ".join(sorted({each.currency for each in quote.freight.values()}))


def _hours(quote: Quote) -> Cell:
    seconds = answers_in(quote)
    return "" if seconds is None else {"number": f"{seconds / _SECONDS_AN_HOUR:.1f}"}


def _rating(quote: Quote) -> Cell:
    tenths = quote.supplier.figures.rating_tenths
    return "" if tenths is None else {"number": f"{Decimal(tenths).scaleb(-1):.1f}"}


def _number_or_nothing(value: int | None) -> Cell:
    return "" if value is None else value


def _amounts(measure: Measure) -> Callable[[Reader, Quote], Cell]:
    return lambda reader, quote: _number(AMOUNTS[measure](quote))


def _said(measure: Measure) -> Callable[[Reader, Quote], Cell]:
    def said_or_nothing(reader: Reader, quote: Quote) -> Cell:
        value = said(reader, quote, measure)
        return "" if value == UNKNOWN else value

    return said_or_nothing


COLUMNS: Final = (
    Column(
        lambda reader: reader.word("Supplier"), lambda reader, quote: supplier_name(reader, quote.supplier)
    ),
    Column(lambda reader: reader.word("Product"), lambda reader, quote: title(reader, quote.goods)),
    Column(
        lambda reader: reader.word("Negotiation"),
        lambda reader, quote: quote.negotiation.id if quote.negotiation else "",
    ),
    Column(lambda reader: reader.word("Quantity"), lambda reader, quote: quote.terms.quantity.count),
    Column(
        lambda reader: reader.word("Unit"), lambda reader, quote: unit_word(reader, quote.terms.quantity.unit)
    ),
    Column(lambda reader: reader.word("Currency"), lambda reader, quote: quote.terms.unit_price.currency),
    Column(LABELS[Measure.PRICE], _amounts(Measure.PRICE), Measure.PRICE),
    Column(LABELS[Measure.MOQ], lambda reader, quote: quote.moq, Measure.MOQ),
    Column(
        lambda reader: reader.word("Lead time, days"),
        lambda reader, quote: quote.lead_time_days or "",
        Measure.LEAD_TIME,
    ),
    Column(LABELS[Measure.PAYMENT], _said(Measure.PAYMENT), Measure.PAYMENT),
    Column(
        lambda reader: reader.word("Customization fee for one"),
        lambda reader, quote: _fee_each(quote),
        Measure.CUSTOM_FEE,
    ),
    Column(lambda reader: reader.word("Sea freight for one"), _amounts(Measure.SEA), Measure.SEA),
    Column(lambda reader: reader.word("Air freight for one"), _amounts(Measure.AIR), Measure.AIR),
    Column(lambda reader: reader.word("Currency of freight"), lambda reader, quote: _freight_currency(quote)),
    Column(LABELS[Measure.LANDED], _amounts(Measure.LANDED), Measure.LANDED),
    Column(LABELS[Measure.QUALIFICATION], _said(Measure.QUALIFICATION), Measure.QUALIFICATION),
    Column(
        lambda reader: reader.word("Usually answers in, hours"),
        lambda reader, quote: _hours(quote),
        Measure.RESPONSE,
    ),
    Column(
        lambda reader: reader.word("Rating, of 5 stars"), lambda reader, quote: _rating(quote), Measure.RATING
    ),
    Column(lambda reader: reader.word("Reviews"), lambda reader, quote: quote.supplier.figures.reviews),
    Column(
        lambda reader: reader.word("Shipped in time, %"),
        lambda reader, quote: _number_or_nothing(quote.supplier.figures.on_time_percent),
        Measure.ON_TIME,
    ),
    Column(
        lambda reader: reader.word("Claims for being late, %"),
        lambda reader, quote: _number_or_nothing(quote.supplier.figures.claim_percent),
        Measure.CLAIMS,
    ),
)
"""Adding a column is one row here."""
