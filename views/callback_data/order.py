"""Buttons on the card of an order; they name the revision they speak of."""

from aiogram.filters.callback_data import CallbackData


class ConfirmOrder(CallbackData, prefix="confirm"):
    """Confirms this revision."""

    order_id: int
    revision: int


class EditOrder(CallbackData, prefix="edit"):
    """Begins to correct the delivery address."""

    order_id: int
    revision: int


class CancelOrder(CallbackData, prefix="cancel"):
    """Cancels the order; not `sure` yet asks once more."""

    order_id: int
    revision: int
    sure: bool = False
