"""The button that has a case file made."""

from aiogram.filters.callback_data import CallbackData


class MakeCaseFile(CallbackData, prefix="casefile"):
    """Makes the case file of an order and sends it."""

    order_id: int
