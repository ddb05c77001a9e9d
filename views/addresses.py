"""The address book: what is kept, one entry, and how to change it."""

from collections.abc import Sequence
from typing import Final

from domain.details import Delivery, PlaceKind
from services.address_book import MOST_ADDRESSES, Entry
from services.pages import entries_on, page_at, pages_of
from views.button_rows import fitted
from views.buttons import back
from views.callback_data.addresses import EditAddress, ListAddresses, RemoveAddress, SetPlace, ShowAddress
from views.callback_data.navigation import Go, Room
from views.markup import Html, bold, italic, lines, paragraphs, quote
from views.order_details import PLACES, read_shown
from views.order_form_buttons import address_label
from views.paging import page_buttons, page_line
from views.reader import Reader
from views.screen import Button, Screen, Style, grid, rows

PAGE_SIZE: Final = 5


def address_book(reader: Reader, entries: Sequence[Entry], page: int = 0) -> Screen:
    """The addresses, the latest used first; each can be looked at."""
    pages, page = pages_of(len(entries), PAGE_SIZE), page_at(page, len(entries), PAGE_SIZE)
    none = reader.say("None yet. Each address that you order to is kept here and offered the next time.")
    kept = reader.say(
        "The latest used comes first; at most {most} are kept. Orders keep their own copy.",
        most=MOST_ADDRESSES,
    )
    text = paragraphs(
        bold(reader.say("📍 Addresses")), kept if entries else none, page_line(reader, page + 1, pages)
    )
    buttons = [
        Button(address_label(entry.delivery.address), ShowAddress(entry_id=entry.id).pack())
        for entry in entries_on(page, entries, PAGE_SIZE)
    ]
    turns = page_buttons(page, pages, lambda to: ListAddresses(page=to).pack())
    return Screen(text, (*grid(buttons, 1), *rows(turns, [back(reader, Go(room=Room.SETTINGS).pack())])))


def address(reader: Reader, entry: Entry) -> Screen:
    """One entry: what stands there, and how to change or forget it."""
    delivery = entry.delivery
    text = paragraphs(
        lines(bold(reader.say("📍 Addresses")), quote(delivery.address)),
        read_shown(reader, delivery),
        _missing(reader, delivery),
    )
    kinds = [_kind(reader, entry, kind) for kind in PlaceKind]
    change = Button(reader.word("✏️ Edit"), EditAddress(entry_id=entry.id).pack())
    forget = Button(reader.word("🗑 Remove"), RemoveAddress(entry_id=entry.id).pack(), Style.DANGER)
    return Screen(text, (*fitted(kinds, 3), *rows([change, forget], [back(reader, ListAddresses().pack())])))


def ask_address(reader: Reader, entry: Entry, problem: Html | str = "") -> Screen:
    """Another address in place of this one."""
    text = paragraphs(
        quote(entry.delivery.address),
        problem,
        lines(
            bold(reader.say("📍 What is the new address?")),
            italic(
                reader.say("Please write name, phone, street, city, postcode and country in one message.")
            ),
        ),
    )
    return Screen(text, rows([back(reader, ShowAddress(entry_id=entry.id).pack())]))


def removed(reader: Reader) -> str:
    """A toast."""
    return reader.word("Removed. Your orders keep it.")


def _kind(reader: Reader, entry: Entry, kind: PlaceKind) -> Button:
    text = PLACES[kind](reader)
    chosen = f"✓ {text}" if entry.delivery.place is kind else text
    return Button(chosen, SetPlace(entry_id=entry.id, place=kind).pack())


def _missing(reader: Reader, delivery: Delivery) -> Html:
    return lines(
        "" if delivery.country else reader.say("No country yet: press Edit and write it at the end."),
        "" if delivery.phone else reader.say("No phone number yet: press Edit to add one."),
    )
