"""Search: asking for words, the results, and what to do when there are none."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.catalogue import Product
from domain.people import Side
from services.searching import Filters, SearchPage, SearchQuery
from views.buttons import to_menu
from views.callback_data.navigation import ShowProduct
from views.callback_data.search import (
    BrowseAll,
    ClearFilters,
    SearchNearest,
    ShowFilters,
    ShowResults,
    ShowSorts,
)
from views.fitting import shortened
from views.listing import listing
from views.markup import Html, lines, paragraphs
from views.paging import page_line
from views.reader import Reader
from views.screen import Button, Rows, Screen, rows
from views.search_asked import what_is_asked

MOST_WORDS = 100
MOST_BUTTON = 40


@dataclass(frozen=True, slots=True)
class Found:
    """An answered search: `id` is what its buttons carry, `products` are those of the page.

    `talks_as` is the side on which somebody may have meant to write to the other instead of searching.
    """

    id: str
    query: SearchQuery
    page: SearchPage
    products: Sequence[Product]
    talks_as: Side | None = None


def ask_for_words(reader: Reader, above: Html | str = "") -> Screen:
    """Asks what is sought, with examples."""
    text = paragraphs(
        above,
        reader.say("🔎 What are you looking for? Write it in English or Chinese, as you would say it:"),
        reader.say(
            "• <code>yoga mat</code>\n• <code>stainless steel bottle 500ml</code>\n• <code>保温杯</code>"
        ),
    )
    everything = Button(reader.word("🗂 Show everything"), BrowseAll().pack())
    return Screen(text, rows([everything], [to_menu(reader)]))


def results(reader: Reader, found: Found) -> Screen:
    """A page of results with its buttons, or what to do when there is none."""
    if not found.page.count:
        return _nothing(reader, found)
    goods = [listing(reader, number, product) for number, product in enumerate(found.products, 1)]
    page = page_line(reader, found.page.page, found.page.pages)
    text = paragraphs(_header(reader, found), *goods, _how_to_talk(reader, found), page)
    return Screen(text, _result_rows(reader, found))


def _header(reader: Reader, found: Found) -> Html:
    words = shortened(" ".join(found.page.words), MOST_WORDS)
    counted = (
        reader.say_many("🔎 <b>{words}</b>: {count} product", "🔎 <b>{words}</b>: {count} products",
                        found.page.count, words=words)
        if words
        else reader.say_many("🗂 {count} product", "🗂 {count} products", found.page.count)
    )  # fmt: skip
    return lines(counted, _dropped(reader, found.page), what_is_asked(reader, found.query))


def _dropped(reader: Reader, page: SearchPage) -> Html | str:
    words = shortened(", ".join(page.dropped), MOST_WORDS)
    return (
        reader.say("Nothing has all your words, so I left out: <s>{words}</s>", words=words) if words else ""
    )


def _result_rows(reader: Reader, found: Found) -> Rows:
    page = found.page
    numbers = [
        Button(str(number), ShowProduct(product_id=product.id, search=found.id).pack())
        for number, product in enumerate(found.products, 1)
    ]
    turns = []
    if page.page > 1:
        turns.append(Button("◀", ShowResults(search=found.id, page=page.page - 1).pack()))
    if page.page < page.pages:
        turns.append(Button("▶", ShowResults(search=found.id, page=page.page + 1).pack()))
    return rows(numbers, turns, *_nearest(found), _tools(reader, found.id), [to_menu(reader)])


def _tools(reader: Reader, search: str) -> list[Button]:
    return [
        Button(reader.word("Filters"), ShowFilters(search=search).pack()),
        Button(reader.word("Sort"), ShowSorts(search=search).pack()),
    ]


def _nearest(found: Found) -> list[list[Button]]:
    """The nearest words as buttons, one a row; a single letter or digit helps nobody."""
    return [
        [Button(f"🔎 {shortened(text, MOST_BUTTON)}", SearchNearest(search=found.id, place=place).pack())]
        for place, text in enumerate(found.page.suggestions)
        if not (len(text) == 1 and text.isascii())
    ]


def _nothing(reader: Reader, found: Found) -> Screen:
    words = shortened(found.query.text, MOST_WORDS)
    if found.page.unfiltered and found.query.filters != Filters():
        return _nothing_passes(reader, found, words)
    nearest = _nearest(found)
    text = paragraphs(
        reader.say("🤷 Nothing found for <b>{words}</b>.", words=words),
        reader.say("Try fewer or more common words, in English or Chinese: just write them."),
        _how_to_talk(reader, found),
        reader.say("Did you mean one of these?") if nearest else "",
    )
    return Screen(text, rows(*nearest, [to_menu(reader)]))


def _how_to_talk(reader: Reader, found: Found) -> Html | str:
    match found.talks_as:
        case Side.SELLER:
            return reader.say("💡 To answer a buyer, please reply to the card itself.")
        case Side.BUYER:
            return reader.say("💡 To write to a seller, please reply to the card of your negotiation.")
    return ""


def _nothing_passes(reader: Reader, found: Found, words: str) -> Screen:
    text = paragraphs(
        lines(reader.say("🤷 <b>{words}</b>: nothing passes your filters.", words=words) if words
              else reader.say("🤷 Nothing passes your filters."),
              what_is_asked(reader, found.query)),
        reader.say_many("Without them there is {count} product.", "Without them there are {count} products.",
                        found.page.unfiltered),
    )  # fmt: skip
    buttons = [
        Button(reader.word("Clear"), ClearFilters(search=found.id).pack()),
        Button(reader.word("Filters"), ShowFilters(search=found.id).pack()),
    ]
    return Screen(text, rows(buttons, [to_menu(reader)]))


def search_forgotten(reader: Reader) -> str:
    """A toast for a button of a search that is no longer remembered."""
    return reader.word("This search is too old for its buttons. Please write the words again.")
