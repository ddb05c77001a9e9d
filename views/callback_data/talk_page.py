"""Buttons of what the sides said to each other about an order."""

from aiogram.filters.callback_data import CallbackData


class ShowTalk(CallbackData, prefix="talk"):
    """Shows a page of the messages, from 0, the latest ones."""

    order_id: int
    page: int = 0


class ShowAttachment(CallbackData, prefix="attach"):
    """Sends the file or place of a message once more."""

    message_id: int
