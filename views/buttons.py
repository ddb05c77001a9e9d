"""Buttons that many screens share."""

from views.callback_data.navigation import Go, Room
from views.reader import Reader
from views.screen import Button


def back(reader: Reader, data: str) -> Button:
    """Leads one step back."""
    return Button(reader.word("◀ Back"), data)


def to_menu(reader: Reader) -> Button:
    """Leads back to the menu."""
    return back(reader, Go(room=Room.MENU).pack())
