"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import (
    addresses,
    catalogue,
    claims,
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
    "addresses",
    "catalogue",
    "claims",
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
