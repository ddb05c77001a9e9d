"""A shelf to put products on."""

import pytest

from storage.database import Database
from storage.search.cache import BitmapCache
from tests.search.shelf import Shelf


@pytest.fixture
def shelf(database: Database) -> Shelf:
    """An empty shelf, once on SQLite and once on PostgreSQL."""
    return Shelf(database, BitmapCache())
