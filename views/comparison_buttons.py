"""The buttons under a comparison: to each supplier's card, to files, and back."""

from typing import Final

from services.comparing.comparison import Comparison
from services.pages import page_at, pages_of
from views.callback_data.comparing import FileKind, MakeFile, ShowRfq
from views.callback_data.navigation import BringNegotiation, Go, Room
from views.fitting import shortened
from views.freight_buttons import bring
from views.paging import page_buttons
from views.reader import Reader
from views.rfq_buttons import close_others
from views.screen import Button, Rows, rows
from views.titles import supplier_name

PAGE_SIZE: Final = 5
_BUTTON_LENGTH: Final = 40


def quote_pages(found: Comparison) -> int:
    """How many pages the quotes fill."""
    return pages_of(len(found.quotes), PAGE_SIZE)


def shown_page(found: Comparison, wanted: int) -> int:
    """The page that is wanted, or the last there is by now."""
    return page_at(wanted, len(found.quotes), PAGE_SIZE)


def shown_places(found: Comparison, page: int) -> range:
    """The places of the quotes on a page (from 0)."""
    return range(page * PAGE_SIZE, min((page + 1) * PAGE_SIZE, len(found.quotes)))


def comparison_rows(reader: Reader, found: Comparison, page: int) -> Rows:
    """Each supplier's card, closing the others once one is agreed with, files, and back."""
    cards = [[_card(reader, found, place)] for place in shown_places(found, page)]
    turns = page_buttons(page, quote_pages(found), lambda to: ShowRfq(rfq_id=found.rfq_id, page=to).pack())
    won = next((case for case in found.cases if case.rfq and not case.can_answer), None)
    return rows(
        *cards,
        turns,
        close_others(reader, won) if won else [],
        files(reader, found.rfq_id),
        freight(reader, found),
        [Button(reader.word("◀ Back"), Go(room=Room.COMPARE).pack())],
    )


def files(reader: Reader, rfq_id: int) -> list[Button]:
    """The same to look at, to calculate with, to keep."""
    named = {FileKind.PICTURE: reader.word("🖼 Picture"), FileKind.CSV: "CSV", FileKind.XLSX: "Excel"}
    return [Button(text, MakeFile(rfq_id=rfq_id, kind=kind).pack()) for kind, text in named.items()]


def freight(reader: Reader, found: Comparison) -> list[Button]:
    """Where nothing is known of freight, the way to choose a country."""
    if any(quote.freight for quote in found.quotes):
        return []
    first = found.quotes[0]
    return [bring(reader, product_id=first.product.id, count=first.terms.quantity.count)]


def _card(reader: Reader, found: Comparison, place: int) -> Button:
    name = supplier_name(reader, found.quotes[place].supplier)
    press = BringNegotiation(negotiation_id=found.cases[place].negotiation.id)
    return Button(shortened(f"{place + 1} · {name}", _BUTTON_LENGTH), press.pack())
