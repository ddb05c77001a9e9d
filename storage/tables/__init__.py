"""The tables, one module per topic; importing this package knows them all."""

from storage.tables import catalogue
from storage.tables.metadata import metadata

__all__ = ["catalogue", "metadata"]
