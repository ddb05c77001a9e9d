"""Buttons of the address book."""

from aiogram.filters.callback_data import CallbackData

from domain.details import PlaceKind


class ListAddresses(CallbackData, prefix="addrs"):
    """Shows the address book, by pages from 0."""

    page: int = 0


class ShowAddress(CallbackData, prefix="addr"):
    """Shows an entry."""

    entry_id: int


class EditAddress(CallbackData, prefix="addredit"):
    """Asks for another address in place of an entry."""

    entry_id: int


class SetPlace(CallbackData, prefix="addrkind"):
    """Says what stands at an address."""

    entry_id: int
    place: PlaceKind


class RemoveAddress(CallbackData, prefix="addrgone"):
    """Forgets an entry."""

    entry_id: int
