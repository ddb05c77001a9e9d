"""The shortlist: which suppliers get one inquiry, with a tick for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.catalogue import Product
from domain.negotiation import Negotiation
from services.comparing.keeping import MOST_SUPPLIERS
from services.comparing.shortlist import Shortlist
from views.buttons import to_menu
from views.callback_data.comparing import Tick, TurnShortlist, WriteInquiry
from views.callback_data.navigation import Go, Room
from views.fitting import shortened
from views.listing import moq_of, price_line
from views.markup import Html, bold, lines, paragraphs
from views.names import qualification
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, Style, rows
from views.terms import summary
from views.titles import supplier_name, title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class Listed:
    """A page (from 0) of a shortlist, its products, and the suppliers at which somebody can be reached.

    `instead_of` is the negotiation whose terms are kept.
    """

    shortlist: Shortlist
    products: Sequence[Product]
    page: int
    reachable: frozenset[int]
    instead_of: Negotiation | None = None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-len(self.shortlist.product_ids) // PAGE_SIZE)


def shortlist(reader: Reader, listed: Listed) -> Screen:
    """The suppliers, who of them is ticked, and the way on."""
    first = listed.page * PAGE_SIZE + 1
    entries = [_entry(reader, number, each, listed) for number, each in enumerate(listed.products, first)]
    text = paragraphs(
        lines(bold(reader.say("🔁 Who shall get your inquiry?")), _kept(reader, listed)),
        *entries,
        page_line(reader, listed.page + 1, listed.pages),
        reader.say(
            "Ticked: {count} of at most {most}. Each gets a negotiation of its own and learns of no other.",
            count=len(listed.shortlist.ticked),
            most=MOST_SUPPLIERS,
        ),
    )
    ticks = [[_tick(reader, number, each, listed)] for number, each in enumerate(listed.products, first)]
    return Screen(text, rows(*ticks, _turns(listed), _write(reader, listed), [_back(reader)]))


def nobody(reader: Reader) -> Screen:
    """No other supplier has anything like it."""
    text = reader.say(
        "🤷 No other supplier has a matching product at the moment."
        " Search with other words, then press Add to compare where you like it."
    )
    search = Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())
    return Screen(text, rows([search], [to_menu(reader)]))


def _kept(reader: Reader, listed: Listed) -> Html | str:
    if listed.instead_of is None:
        return ""
    return reader.say(
        "The terms of negotiation {number} are kept to begin with: {terms}.",
        number=listed.instead_of.id,
        terms=summary(reader, listed.instead_of.offer.terms),
    )


def _entry(reader: Reader, number: int, product: Product, listed: Listed) -> Html:
    supplier = product.supplier
    is_away = supplier.id not in listed.reachable
    return lines(
        reader.say(
            "{number}. <b>{supplier}</b> · {standing}",
            number=number,
            supplier=shortened(supplier_name(reader, supplier), _TITLE_LENGTH),
            standing=qualification(reader, supplier.qualification),
        ),
        shortened(title(reader, product), _TITLE_LENGTH),
        reader.say("{price} · MOQ {moq}", price=price_line(reader, product), moq=moq_of(reader, product)),
        reader.say("📵 Nobody can be reached there at the moment.") if is_away else "",
    )


def _tick(reader: Reader, number: int, product: Product, listed: Listed) -> Button:
    mark = "☑" if product.id in listed.shortlist.ticked else "☐"
    name = supplier_name(reader, product.supplier)
    press = Tick(shortlist=listed.shortlist.id, product_id=product.id, page=listed.page)
    return Button(shortened(f"{mark} {number} · {name}", _BUTTON_LENGTH), press.pack())


def _turns(listed: Listed) -> list[Button]:
    number = listed.shortlist.id
    return page_buttons(listed.page, listed.pages, lambda to: TurnShortlist(shortlist=number, page=to).pack())


def _write(reader: Reader, listed: Listed) -> list[Button]:
    count = len(listed.shortlist.ticked)
    if not count:
        return []
    text = reader.word("✍️ Write the inquiry ({count})", count=count)
    return [Button(text, WriteInquiry(shortlist=listed.shortlist.id).pack(), Style.PRIMARY)]


def _back(reader: Reader) -> Button:
    return Button(reader.word("◀ Back"), Go(room=Room.COMPARE).pack())
