"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import addresses, catalogue, comparing, freight, people, post, search, talk, trade
from storage.tables.metadata import metadata

__all__ = [
    "addresses",
    "catalogue",
    "comparing",
    "freight",
    "metadata",
    "people",
    "post",
    "search",
    "talk",
    "trade",
]
