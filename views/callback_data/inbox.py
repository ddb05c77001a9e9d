"""Buttons of a seller's inbox."""

from aiogram.filters.callback_data import CallbackData

from services.waits import Kind


class ShowInbox(CallbackData, prefix="inbox"):
    """Shows all that waits, by pages from 0."""

    page: int = 0


class ShowWaiting(CallbackData, prefix="waiting"):
    """Shows what waits of one kind, by pages from 0."""

    kind: Kind
    page: int = 0
