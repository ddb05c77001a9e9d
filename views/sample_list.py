"""The list of samples: requests and sample orders, what waits for whom, and a button to open each."""

from collections.abc import Sequence
from typing import Final

from domain.negotiation import Goods
from services.cases import OrderCase
from services.sample_case import SampleCase
from views import order as order_views
from views import sample as sample_views
from views.buttons import to_menu
from views.callback_data.navigation import BringOrder, Go, Room
from views.callback_data.samples import BringSample, ListSamples
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, rows
from views.titles import title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40

Entry = SampleCase | OrderCase


def samples(reader: Reader, entries: Sequence[Entry], page: int, pages: int) -> Screen:
    """A page (from 0) of the person's samples, the latest change first."""
    if not entries:
        text = reader.say("No samples yet. Open a product and press Request sample.")
        search = Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())
        return Screen(text, rows([search], [to_menu(reader)]))
    numbered = list(enumerate(entries, page * PAGE_SIZE + 1))
    text = paragraphs(
        bold(reader.say("🎁 Your samples")),
        *(_entry(reader, number, entry) for number, entry in numbered),
        page_line(reader, page + 1, pages),
    )
    opening = [[_open(reader, number, entry)] for number, entry in numbered]
    turns = page_buttons(page, pages, lambda to: ListSamples(page=to).pack())
    return Screen(text, rows(*opening, turns, [to_menu(reader)]))


def _entry(reader: Reader, number: int, entry: Entry) -> Html:
    name = shortened(title(reader, _goods(entry)), _TITLE_LENGTH)
    return lines(reader.say("{number}. <b>{title}</b>", number=number, title=name), *_state(reader, entry))


def _state(reader: Reader, entry: Entry) -> tuple[Html, Html]:
    if isinstance(entry, OrderCase):
        which = reader.say("Order {number}", number=entry.order.number)
        return which, order_views.headline(reader, entry)
    which = reader.say("Sample request {number}", number=entry.request.id)
    return which, sample_views.headline(reader, entry)


def _goods(entry: Entry) -> Goods:
    return entry.order.goods if isinstance(entry, OrderCase) else entry.request.goods


def _open(reader: Reader, number: int, entry: Entry) -> Button:
    data = (
        BringOrder(order_id=entry.order.id).pack()
        if isinstance(entry, OrderCase)
        else BringSample(request_id=entry.request.id).pack()
    )
    return Button(shortened(f"{number} · {title(reader, _goods(entry))}", _BUTTON_LENGTH), data)
