"""Suppliers side by side as text, which fits a phone: the answers to an inquiry, or products put there."""

from typing import Final

from services.comparing.comparison import Comparison
from services.comparing.measures import Measure, is_comparable
from services.comparing.quote import Lack
from services.comparing.why_not import why_not_cheapest
from services.landing import Landed
from views.comparison_buttons import comparison_rows, quote_pages, shown_page, shown_places
from views.comparison_words import LABELS, UNKNOWN, said
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.negotiation import headline
from views.paging import page_line
from views.reader import Reader
from views.screen import Rows, Screen
from views.terms import labelled
from views.titles import supplier_name, title
from views.units import quantity
from views.why_not import why_not

STAR: Final = "★"
_NAME_LENGTH: Final = 48


def rfq(reader: Reader, found: Comparison, page: int = 0, above: Html | str = "") -> Screen:
    """A page (from 0) of the answers to one inquiry."""
    page = shown_page(found, page)
    count = len(found.quotes)
    named = {"number": found.rfq_id}
    head = reader.say_many(
        "⚖️ RFQ {number}: {count} supplier", "⚖️ RFQ {number}: {count} suppliers", count, **named
    )
    return Screen(
        paragraphs(above, bold(head), side_by_side(reader, found, page)), comparison_rows(reader, found, page)
    )


def products(reader: Reader, found: Comparison, page: int, doors: Rows) -> Screen:
    """A page (from 0) of products side by side, before anything was offered; `doors` lead on."""
    quote = found.quotes[0]
    head = reader.say(
        "⚖️ Side by side, by their listings for {quantity}", quantity=quantity(reader, quote.terms.quantity)
    )
    return Screen(paragraphs(bold(head), side_by_side(reader, found, page)), doors)


def side_by_side(reader: Reader, found: Comparison, page: int) -> Html:
    """Each supplier of a page with what is known, the best of all marked; why not the cheapest; notes."""
    against = why_not_cheapest(found.quotes)
    return paragraphs(
        *(_quote(reader, found, place) for place in shown_places(found, page)),
        page_line(reader, page + 1, quote_pages(found)),
        why_not(reader, against) if against else "",
        notes(reader, found),
    )


def notes(reader: Reader, found: Comparison) -> Html:
    """What the marks mean and what the figures leave out."""
    knows_freight = {Measure.SEA, Measure.AIR} & set(found.measures)
    sayings = {
        reader.say("{star} marks the best of those that are known.", star=STAR): len(found.quotes) > 1,
        reader.say(
            "Prices in different currencies or for different units are not held against each other."
        ): not is_comparable(found.quotes, Measure.PRICE),
        reader.say(
            "Freight and landed cost are not known: they need your country and the listed weight or size."
        ): not knows_freight,
        reader.say(
            "Freight and landed cost are to {country}, without duty, tax and insurance.",
            country=reader.country(found.country) if found.country else "",
        ): bool(knows_freight and found.country),
        reader.say(
            "Landed cost is missing where freight is in another currency: no exchange rate was imported."
        ): any(each.landed is Lack.CURRENCY for each in found.quotes),
        reader.say("Freight is worked out from example rates."): any(
            each.is_example for each in found.quotes
        ),
        reader.say("There are no ratings yet."): Measure.RATING not in found.measures,
    }
    return lines(*(said for said, holds in sayings.items() if holds), *_exchanges(reader, found))


def _exchanges(reader: Reader, found: Comparison) -> list[Html]:
    """By which rates freight of another currency was counted; each once."""
    landed = (quote.landed for quote in found.quotes)
    used = {each.exchange for each in landed if isinstance(each, Landed) and each.exchange}
    return [
        reader.say(
            "Freight is counted at 1 {base} = {rate} {quote}, {source}, {day}.",
            base=each.base,
            rate=f"{each.rate.normalize():f}",
            quote=each.quote,
            source=each.source,
            day=each.as_of.isoformat(),
        )
        for each in sorted(used, key=lambda exchange: exchange.base)
    ]


def _quote(reader: Reader, found: Comparison, place: int) -> Html:
    quote = found.quotes[place]
    name = shortened(supplier_name(reader, quote.supplier), _NAME_LENGTH)
    case = found.cases[place] if found.cases else None
    return lines(
        reader.say("{number}. <b>{supplier}</b>", number=place + 1, supplier=name),
        shortened(title(reader, quote.goods), _NAME_LENGTH),
        *(_line(reader, found, place, measure) for measure in found.measures),
        reader.say("📋 By its listing; no answer yet") if quote.is_listed else "",
        headline(reader, case) if case else "",
    )


def _line(reader: Reader, found: Comparison, place: int, measure: Measure) -> Html:
    value = said(reader, found.quotes[place], measure)
    if value == UNKNOWN:
        return Html()
    is_best = place in found.best(measure)
    return labelled(reader, LABELS[measure](reader), bold(f"{value} {STAR}") if is_best else value)
