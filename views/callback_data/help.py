"""Buttons of the guide: pages of questions, and their answers."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Side
from services.helping import Topic


class ListQuestions(CallbackData, prefix="questions"):
    """Shows a page (from 0) of a buyer's or a seller's questions."""

    side: Side
    page: int = 0


class AskHelp(CallbackData, prefix="askhelp"):
    """Answers a question; with a number for this negotiation or order of the person's own."""

    side: Side
    topic: Topic
    number: int = 0
