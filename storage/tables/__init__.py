"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import (
    catalogue,
    comparing,
    freight,
    money,
    people,
    post,
    search,
    shipping,
    stall,
    talk,
    trade,
)
from storage.tables.metadata import metadata

__all__ = [
    "catalogue",
    "comparing",
    "freight",
    "metadata",
    "money",
    "people",
    "post",
    "search",
    "shipping",
    "stall",
    "talk",
    "trade",
]
