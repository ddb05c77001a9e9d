"""Buttons that give phone numbers."""

from aiogram.filters.callback_data import CallbackData


class CallSupplier(CallbackData, prefix="call"):
    """Asks for the listed number of a product's supplier."""

    product_id: int


class CallCounterpart(CallbackData, prefix="callneg"):
    """Asks for the listed number of the supplier in a negotiation."""

    negotiation_id: int


class ShareNumber(CallbackData, prefix="mynumber"):
    """Gives the buyer's own number to the supplier; not `sure` yet asks once more."""

    negotiation_id: int
    sure: bool = False
