"""A stocked market for the use cases."""

import pytest

from storage.database import Database
from tests.builders import Trade


@pytest.fixture
async def trade(database: Database) -> Trade:
    """The market of tests.builders, once on SQLite and once on PostgreSQL."""
    return await Trade(database).stock()
