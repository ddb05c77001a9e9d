"""The button that puts the photos of a problem beside those of the golden sample."""

from aiogram.filters.callback_data import CallbackData


class ShowBeside(CallbackData, prefix="likegold"):
    """Sends a photo (from 0) of a bundle beside one of the golden sample."""

    bundle_id: int
    page: int = 0
