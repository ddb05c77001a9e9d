"""Buttons of the list of orders: its filters and pages, and the order book as a file."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Side
from services.order_book import BookFormat
from services.order_list import OrderFilter


class ListOrders(CallbackData, prefix="olist"):
    """Shows a page (from 0) of the orders that pass the filter."""

    shown: OrderFilter
    page: int = 0


class ExportOrders(CallbackData, prefix="export"):
    """Asks for the format of an order book; the list stays."""


class MakeBook(CallbackData, prefix="book"):
    """Sends the order book of a side as a file; year 0 is all of it."""

    side: Side
    format: BookFormat
    year: int = 0
