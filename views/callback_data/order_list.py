"""Buttons of the list of orders: its filters and pages, and the order book as a file."""

from typing import Final

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.people import Side
from services.order_book import BookFormat
from services.order_list import OrderFilter

LAST_YEAR: Final = 9998
"""No moment can be told of the year after the next one."""


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
    year: int = Field(default=0, le=LAST_YEAR)
