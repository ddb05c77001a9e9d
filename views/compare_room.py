"""The room where a buyer compares: products he put side by side, and his inquiries to several suppliers."""

from collections.abc import Sequence
from typing import Final

from services.comparing.comparison import Comparison
from services.comparing.room import SentInquiry
from views.buttons import to_menu
from views.callback_data.comparing import AskSeveral, ShowRfq, TakeAway
from views.callback_data.navigation import Go, Room, ShowProduct
from views.comparison import products
from views.comparison_buttons import files, freight, quote_pages, shown_page, shown_places
from views.fitting import shortened
from views.markup import bold, paragraphs
from views.paging import page_buttons
from views.reader import Reader
from views.screen import Button, Rows, Screen, Style, grid, rows
from views.titles import supplier_name, title

_BUTTON_LENGTH: Final = 40
_WIDTH: Final = 5


def room(reader: Reader, found: Comparison, inquiries: Sequence[SentInquiry], page: int = 0) -> Screen:
    """A page (from 0) of what stands side by side, or how to put it there; then the inquiries."""
    if found.quotes:
        page = shown_page(found, page)
        doors = (*_doors(reader, found, page), *_inquiries(reader, inquiries), *_leave(reader))
        return products(reader, found, page, doors)
    text = paragraphs(
        bold(reader.say("⚖️ Compare suppliers")),
        reader.say(
            "Open a product and press Add to compare, or write what you need:"
            " <code>/compare steel bottle</code>."
            " I list the suppliers, and one inquiry goes to up to ten of them."
        ),
        reader.say("Your inquiries to several suppliers:") if inquiries else "",
    )
    search = Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())
    return Screen(text, (*_inquiries(reader, inquiries), *rows([search]), *_leave(reader)))


def _doors(reader: Reader, found: Comparison, page: int) -> Rows:
    several = Button(reader.word("📨 Ask several suppliers"), AskSeveral().pack(), Style.PRIMARY)
    places = shown_places(found, page)
    opened = [[_product(reader, found, place)] for place in places]
    turns = page_buttons(page, quote_pages(found), lambda to: Go(room=Room.COMPARE, page=to).pack())
    clear = Button(reader.word("Clear"), TakeAway(product_id=0).pack())
    away = grid([*(_away(found, place) for place in places), clear], _WIDTH)
    return rows([several], *opened, turns, *away, files(reader, 0), freight(reader, found))


def _away(found: Comparison, place: int) -> Button:
    return Button(f"✖ {place + 1}", TakeAway(product_id=found.quotes[place].goods.product_id).pack())


def _product(reader: Reader, found: Comparison, place: int) -> Button:
    quote = found.quotes[place]
    text = f"{place + 1} · {supplier_name(reader, quote.supplier)}"
    return Button(shortened(text, _BUTTON_LENGTH), ShowProduct(product_id=quote.goods.product_id).pack())


def _inquiries(reader: Reader, inquiries: Sequence[SentInquiry]) -> Rows:
    return rows(*([_inquiry(reader, each)] for each in inquiries))


def _inquiry(reader: Reader, inquiry: SentInquiry) -> Button:
    text = reader.word(
        "RFQ {number} ({count}) · {title}",
        number=inquiry.rfq.id,
        count=len(inquiry.rfq.negotiation_ids),
        title=title(reader, inquiry.goods),
    )
    return Button(shortened(text, _BUTTON_LENGTH), ShowRfq(rfq_id=inquiry.rfq.id).pack())


def _leave(reader: Reader) -> Rows:
    return rows([to_menu(reader)])
