"""Buttons of a search; `search` is the short id under which the conversation remembers it."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from services.searching import Sort


class Narrowing(StrEnum):
    """What a filter looks at; the values are on buttons that live for months."""

    MOQ = "moq"
    PRICE = "price"
    ORIGIN = "origin"
    QUALIFICATION = "standing"


class ShowResults(CallbackData, prefix="found"):
    """Shows a page (from 1) of the search; 0 is the page seen last."""

    search: str
    page: int = 0


class ShowFilters(CallbackData, prefix="filters"):
    """Shows what the search asks besides the words."""

    search: str


class ShowFilter(CallbackData, prefix="filter"):
    """Shows the choices of one filter."""

    search: str
    by: Narrowing


class SetFilter(CallbackData, prefix="narrow"):
    """Sets one filter: a count, "5-20" or "100-", a place or a qualification; an empty value asks nothing."""

    search: str
    by: Narrowing
    value: str = ""


class ClearFilters(CallbackData, prefix="widen"):
    """Asks nothing besides the words."""

    search: str


class ShowSorts(CallbackData, prefix="sorts"):
    """Shows the orders there are."""

    search: str


class SetSort(CallbackData, prefix="sort"):
    """Orders the results."""

    search: str
    sort: Sort


class SearchNearest(CallbackData, prefix="nearest"):
    """Searches for one of the nearest words offered, by its place."""

    search: str
    place: int


class BrowseAll(CallbackData, prefix="browse"):
    """Shows everything there is."""
