"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import catalogue, comparing, freight, people, post, search, stall, talk, trade
from storage.tables.metadata import metadata

__all__ = [
    "catalogue",
    "comparing",
    "freight",
    "metadata",
    "people",
    "post",
    "search",
    "stall",
    "talk",
    "trade",
]
