"""The order book as a file to keep: what it is asked for, and how it arrives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.people import Side
from services.order_book import MOST_ORDERS, BookFormat, OrderBook
from views.callback_data.navigation import BringOrders
from views.callback_data.order_list import MakeBook
from views.made import made
from views.markup import Html, bold, lines, paragraphs
from views.order_book_table import table
from views.reader import Reader
from views.screen import Button, Screen, rows

_FORMATS: Final[Mapping[BookFormat, str]] = {
    BookFormat.CSV: "CSV",
    BookFormat.XLSX: "XLSX",
    BookFormat.JSON: "JSON",
}
_OWN: Final[Mapping[Side, Callable[[Reader, int], Html]]] = {
    Side.BUYER: lambda reader, count: reader.say_many(
        "🛒 As a buyer: {count} order", "🛒 As a buyer: {count} orders", count
    ),
    Side.SELLER: lambda reader, count: reader.say_many(
        "🏭 As a seller: {count} order", "🏭 As a seller: {count} orders", count
    ),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The orders of one side: how many, and the years they fill if they are too many for one file."""

    side: Side
    count: int
    years: Sequence[int] = ()


def ask_format(reader: Reader, shelves: Sequence[Shelf]) -> Screen:
    """Which side's orders, as what, and of which year."""
    counted = [_OWN[shelf.side](reader, shelf.count) for shelf in shelves]
    too_many = any(shelf.years for shelf in shelves)
    text = paragraphs(
        bold(reader.say("📤 Export your order book")),
        lines(*counted),
        reader.say("A file holds {most} orders, so choose a year.", most=reader.number(MOST_ORDERS))
        if too_many
        else "",
        reader.say("It holds delivery addresses: please keep it safe."),
    )
    buttons = [
        _formats(shelf, year, is_named=len(shelves) > 1)
        for shelf in shelves
        for year in shelf.years or (0,)
        if shelf.count
    ]
    leave = Button(reader.word("📦 Orders"), BringOrders().pack())
    return Screen(text, rows(*buttons, [leave]))


def being_made(reader: Reader) -> str:
    """A toast."""
    return reader.word("Your file is being made and comes in a moment.")


def order_book(reader: Reader, book: OrderBook) -> Screen:
    """The file, below what it holds."""
    wish, count = book.wish, len(book.orders)
    leave = Button(reader.word("📦 Orders"), BringOrders().pack())
    if not count:
        return Screen(reader.say("There is no order to export."), rows([leave]))
    text = paragraphs(
        bold(reader.say("📤 Your order book")),
        lines(
            _OWN[wish.side](reader, count), reader.say("As of {moment}", moment=reader.moment(book.made_at))
        ),
        reader.say(
            "There are more than {most}: only the first ones are in it.", most=reader.number(MOST_ORDERS)
        )
        if book.is_cut
        else "",
    )
    stem = f"orders-{wish.side}-{wish.year}" if wish.year else f"orders-{wish.side}"
    content = table(reader, book.orders, book.suppliers)
    file = made(reader, wish.format.value, f"{stem}.{wish.format}", content)
    return Screen(text, rows([leave]), made=file)


def _formats(shelf: Shelf, year: int, *, is_named: bool) -> list[Button]:
    mark = {Side.BUYER: "🛒 ", Side.SELLER: "🏭 "}[shelf.side] if is_named else ""
    when = f" {year}" if year else ""
    return [
        Button(f"{mark}{word}{when}", MakeBook(side=shelf.side, format=kind, year=year).pack())
        for kind, word in _FORMATS.items()
    ]
