"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import catalogue, freight, people, post, search, talk, trade
from storage.tables.metadata import metadata

__all__ = ["catalogue", "freight", "metadata", "people", "post", "search", "talk", "trade"]
from storage.tables import catalogue, comparing, people, post, search, trade
from storage.tables.metadata import metadata

__all__ = ["catalogue", "comparing", "metadata", "people", "post", "search", "trade"]
