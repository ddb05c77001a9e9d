"""Buttons that choose the language one reads."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Language


class ChooseLanguage(CallbackData, prefix="language"):
    """Reads this language from now on."""

    language: Language
