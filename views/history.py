"""All versions of a negotiation and what was done with them, in pages."""

from typing import Final

from services.chronicle import Chronicle
from views.buttons import back
from views.callback_data.ledger import ShowChart, ShowVersion, TurnHistory
from views.callback_data.navigation import ShowNegotiation, ShowOrder
from views.entries import heading, soundness, told
from views.markup import italic, paragraphs
from views.negotiation import belongs_to
from views.paging import page_buttons, page_line, parted
from views.reader import Reader
from views.screen import Button, Screen, rows

LATEST: Final = -1
MOST_ON_A_PAGE: Final = 6
UNITS_ON_A_PAGE: Final = 3_000


def history(reader: Reader, chronicle: Chronicle, page: int = LATEST) -> Screen:
    """A page, the last one unless another is asked for; each version can be opened in full."""
    entries = [told(reader, chronicle, entry) for entry in chronicle.entries]
    pages = parted(entries, MOST_ON_A_PAGE, UNITS_ON_A_PAGE)
    shown = page if 0 <= page < len(pages) else len(pages) - 1
    text = paragraphs(
        heading(reader, chronicle),
        *(entries[index] for index in pages[shown]),
        italic(soundness(reader, chronicle)),
        page_line(reader, shown + 1, len(pages)),
    )
    buttons = rows(
        _versions(chronicle, pages[shown], shown),
        page_buttons(shown, len(pages), lambda to: _turn(chronicle, to)),
        _chart(reader, chronicle),
        [back(reader, _leave(chronicle))],
    )
    return Screen(text, buttons, card=belongs_to(chronicle.negotiation))


def _leave(chronicle: Chronicle) -> str:
    """To the card that shows how things stand: that of the order, once there is one."""
    if chronicle.order:
        return ShowOrder(order_id=chronicle.order.id).pack()
    return ShowNegotiation(negotiation_id=chronicle.negotiation.id).pack()


def _versions(chronicle: Chronicle, on_page: range, page: int) -> list[Button]:
    """A button for each offer on the page."""
    entries = chronicle.entries
    offers = [entries[index].offer for index in on_page]
    return [_open(chronicle, offer.number, page) for offer in offers if offer]


def _open(chronicle: Chronicle, version: int, page: int) -> Button:
    press = ShowVersion(negotiation_id=chronicle.negotiation.id, version=version, page=page)
    return Button(f"📄 {version}", press.pack())


def _turn(chronicle: Chronicle, page: int) -> str:
    return TurnHistory(negotiation_id=chronicle.negotiation.id, page=page).pack()


def _chart(reader: Reader, chronicle: Chronicle) -> list[Button]:
    """One price makes no line."""
    if len(chronicle.offers) < 2:
        return []
    press = ShowChart(negotiation_id=chronicle.negotiation.id)
    return [Button(reader.word("📈 Price chart"), press.pack())]
