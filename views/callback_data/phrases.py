"""Buttons on the way to a phrase; the phrase under way is kept with the conversation."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.phrase import Kind, Theme


class PhraseMove(StrEnum):
    """Where a button leads from a phrase; the values are on buttons."""

    EDIT = "edit"
    BACK = "back"


class ShowPhrases(CallbackData, prefix="phrases"):
    """Shows the themes."""

    negotiation_id: int


class ShowTheme(CallbackData, prefix="theme"):
    """Shows the phrases of a theme."""

    negotiation_id: int
    theme: Theme


class UsePhrase(CallbackData, prefix="phrase"):
    """Begins to say a phrase."""

    negotiation_id: int
    phrase: str


class FillSlot(CallbackData, prefix="slot"):
    """Gives the slot of this kind a value, as domain.phrase writes it."""

    negotiation_id: int
    slot: Kind
    value: str


class PhraseStep(CallbackData, prefix="phrasestep"):
    """Asks the slots again, or goes back to the theme."""

    negotiation_id: int
    move: PhraseMove


class SendPhrase(CallbackData, prefix="say"):
    """Sends the phrase whose record's digest begins with `token`."""

    negotiation_id: int
    token: str
