"""Choosing one of the suppliers that a person sells for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from domain.catalogue import Supplier
from services.pages import entries_on, page_at, pages_of
from views.buttons import back
from views.callback_data.navigation import Go, Room
from views.fitting import shortened
from views.markup import Html, bold, paragraphs
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, grid, rows
from views.titles import supplier_name

PAGE_SIZE: Final = 8
BUTTON_LENGTH: Final = 40


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice of suppliers asks, and the data of its buttons: of a supplier's number, and of a page.

    `room` is where it was opened.
    """

    asked: Html
    chosen: Callable[[int], str]
    turned: Callable[[int], str]
    room: Room = Room.SETTINGS


def which_supplier(reader: Reader, suppliers: Sequence[Supplier], page: int, choice: Choice) -> Screen:
    """The suppliers as buttons, by pages from 0."""
    pages, page = pages_of(len(suppliers), PAGE_SIZE), page_at(page, len(suppliers), PAGE_SIZE)
    buttons = [
        Button(shortened(supplier_name(reader, each), BUTTON_LENGTH), choice.chosen(each.id))
        for each in entries_on(page, suppliers, PAGE_SIZE)
    ]
    turns = page_buttons(page, pages, choice.turned)
    way_back = back(reader, Go(room=choice.room).pack())
    text = paragraphs(bold(choice.asked), page_line(reader, page + 1, pages))
    return Screen(text, (*grid(buttons, 1), *rows(turns, [way_back])))
