"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import (
    agreement,
    catalogue,
    comparing,
    freight,
    money,
    people,
    post,
    search,
    shipping,
    talk,
    trade,
)
from storage.tables.metadata import metadata

__all__ = [
    "agreement",
    "catalogue",
    "comparing",
    "freight",
    "metadata",
    "money",
    "people",
    "post",
    "search",
    "shipping",
    "talk",
    "trade",
]
