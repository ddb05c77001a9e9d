"""Buttons that lead somewhere: to a room of the bot, a product, a negotiation, an order."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Room(StrEnum):
    """Where a menu button leads; the values are on buttons that live for months."""

    MENU = "menu"
    SEARCH = "search"
    NEGOTIATIONS = "negs"
    ENDED = "ended"
    ORDERS = "orders"
    RETURNS = "returns"
    COMPARE = "compare"
    PRODUCTS = "products"
    SAMPLES = "samples"
    SETTINGS = "settings"
    LANGUAGE = "language"
    HELP = "help"


class Go(CallbackData, prefix="go"):
    """Opens a room, perhaps at a page (from 0)."""

    room: Room
    page: int = 0


class ShowProduct(CallbackData, prefix="product"):
    """Opens a product's page; `search` names the search to go back to, empty if there was none."""

    product_id: int
    search: str = ""


class StartInquiry(CallbackData, prefix="inquire"):
    """Begins to negotiate about a product, perhaps with what is to be customized."""

    product_id: int
    customize: bool = False


class ShowNegotiation(CallbackData, prefix="neg"):
    """Opens the card of a negotiation as it stands now."""

    negotiation_id: int


class BringNegotiation(CallbackData, prefix="bring"):
    """Sends the card of a negotiation as it stands now; the list, or the words, with the button stay."""

    negotiation_id: int


class BringOrder(CallbackData, prefix="bringorder"):
    """Sends the card of an order as it stands now; the list with the button stays."""

    order_id: int


class BringOrders(CallbackData, prefix="orders"):
    """Sends the list of orders; the card with the button stays."""


class ShowOrder(CallbackData, prefix="order"):
    """Opens the card of an order as it stands now."""

    order_id: int
