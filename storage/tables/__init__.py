"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import (
    addresses,
    agreement,
    applications,
    catalogue,
    claims,
    comparing,
    freight,
    money,
    people,
    post,
    reviews,
    search,
    shipping,
    stall,
    talk,
    trade,
)
from storage.tables.metadata import metadata

__all__ = [
    "addresses",
    "agreement",
    "applications",
    "catalogue",
    "claims",
    "comparing",
    "freight",
    "metadata",
    "money",
    "people",
    "post",
    "reviews",
    "search",
    "shipping",
    "stall",
    "talk",
    "trade",
]
