"""The list of orders: filters with their counts, pages, and a button to open each below."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.order import Order
from domain.people import Side
from services.cases import OrderCase
from services.order_list import OrderFilter, Tally
from services.pages import pages_of
from views import order as order_views
from views.button_rows import fitted
from views.buttons import to_menu
from views.callback_data.navigation import BringOrder, Go, Room
from views.callback_data.order_list import ExportOrders, ListOrders
from views.fitting import shortened
from views.markup import Html, bold, lines, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Rows, Screen, rows
from views.terms import summary, total
from views.titles import title

PAGE_SIZE: Final = 5
_TITLE_LENGTH: Final = 60
_BUTTON_LENGTH: Final = 40

_FILTERS: Final[Mapping[OrderFilter, Callable[[Reader], str]]] = {
    OrderFilter.ALL: lambda reader: reader.word("All"),
    OrderFilter.TO_DO: lambda reader: reader.word("To do"),
    OrderFilter.UNPAID: lambda reader: reader.word("Unpaid"),
    OrderFilter.IN_PRODUCTION: lambda reader: reader.word("In production"),
    OrderFilter.SHIPPED: lambda reader: reader.word("Shipped"),
    OrderFilter.DONE: lambda reader: reader.word("Done"),
    OrderFilter.CANCELLED: lambda reader: reader.word("Cancelled"),
}
_NONE: Final[Mapping[OrderFilter, Callable[[Reader], Html]]] = {
    OrderFilter.TO_DO: lambda reader: reader.say("☕ Nothing waits for you."),
}
_OWN_SIDE: Final[Mapping[Side, Callable[[Reader], Html]]] = {
    Side.BUYER: lambda reader: reader.say("🛒 You buy"),
    Side.SELLER: lambda reader: reader.say("🏭 You sell"),
}


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A page (from 0) of the orders that pass a filter; `names_sides`: the person both buys and sells."""

    shown: OrderFilter
    number: int
    tally: Tally
    names_sides: bool = False

    @property
    def count(self) -> int:
        """How many pages there are."""
        return pages_of(self.tally[self.shown], PAGE_SIZE)


def orders(reader: Reader, cases: Sequence[OrderCase], page: OrderPage) -> Screen:
    """The person's orders that pass the filter, the latest change first."""
    if not page.tally[OrderFilter.ALL]:
        text = reader.say("No orders yet. Once you agree on an offer, it becomes one.")
        search = Button(reader.word("🔎 Search"), Go(room=Room.SEARCH).pack())
        return Screen(text, rows([search], [to_menu(reader)]))
    head = bold(reader.say("📦 Your orders · {filter}", filter=_FILTERS[page.shown](reader)))
    entries = [_entry(reader, case, names_side=page.names_sides) for case in cases]
    hint = reader.say("💡 To open any order, write its number.") if page.count > 1 else ""
    where = page_line(reader, page.number + 1, page.count)
    text = paragraphs(head, *(entries or [_none(reader, page.shown)]), hint, where)
    return Screen(text, _rows(reader, cases, page))


def not_yours(reader: Reader, number: int) -> Screen:
    """A number that is none of the person's."""
    text = reader.say("You have no order with the number {number}. Please check it.", number=number)
    orders_list = Button(reader.word("📦 Orders"), Go(room=Room.ORDERS).pack())
    return Screen(text, rows([orders_list]))


def _entry(reader: Reader, case: OrderCase, *, names_side: bool) -> Html:
    order = case.order
    name = shortened(title(reader, order.goods), _TITLE_LENGTH)
    figures = reader.say(
        "{terms} = {total}", terms=summary(reader, order.terms), total=total(reader, order.terms)
    )
    return lines(
        _numbered(reader, order, name),
        figures,
        order_views.headline(reader, case),
        _OWN_SIDE[case.side](reader) if names_side else "",
    )


def _numbered(reader: Reader, order: Order, name: str) -> Html:
    if order.is_sample:
        return reader.say("<b>{number}</b> · 🎁 Sample · {title}", number=order.number, title=name)
    return reader.say("<b>{number}</b> · {title}", number=order.number, title=name)


def _none(reader: Reader, shown: OrderFilter) -> Html:
    nothing = _NONE.get(shown)
    return nothing(reader) if nothing else reader.say("No order stands there now.")


def _rows(reader: Reader, cases: Sequence[OrderCase], page: OrderPage) -> Rows:
    opening = [[_open(reader, case)] for case in cases]
    turns = page_buttons(page.number, page.count, lambda to: ListOrders(shown=page.shown, page=to).pack())
    export = Button(reader.word("📤 Export"), ExportOrders().pack())
    return rows(*opening, turns, *_filters(reader, page), [export, to_menu(reader)])


def _open(reader: Reader, case: OrderCase) -> Button:
    name = f"{case.order.number} · {title(reader, case.order.goods)}"
    return Button(shortened(name, _BUTTON_LENGTH), BringOrder(order_id=case.order.id).pack())


def _filters(reader: Reader, page: OrderPage) -> Rows:
    """A button for each filter that shows something, the present one left out."""
    return fitted(
        [
            Button(f"{word(reader)} · {reader.number(page.tally[shown])}", ListOrders(shown=shown).pack())
            for shown, word in _FILTERS.items()
            if shown is not page.shown and (page.tally[shown] or shown is OrderFilter.TO_DO)
        ],
        most=3,
    )
