"""Buttons of a negotiation's record: its pages, its versions, its chart."""

from aiogram.filters.callback_data import CallbackData


class TurnHistory(CallbackData, prefix="pages"):
    """Shows a page of all versions, from 0."""

    negotiation_id: int
    page: int


class ShowVersion(CallbackData, prefix="version"):
    """Shows a version in full; `page` is where it stands among all."""

    negotiation_id: int
    version: int
    page: int


class ShowChart(CallbackData, prefix="chart"):
    """Sends the chart of the unit price."""

    negotiation_id: int


class ShowTerms(CallbackData, prefix="terms"):
    """Shows the card with all terms, or `only_changes` again, while this version stands."""

    negotiation_id: int
    version: int
    only_changes: bool = False
