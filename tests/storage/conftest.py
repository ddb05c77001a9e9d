"""A stocked market to keep."""

from typing import Any

import pytest

from storage.database import Database, open_database
from tests.builders import Trade


@pytest.fixture
async def trade(database: Database) -> Trade:
    """The market of tests.builders, once on SQLite and once on PostgreSQL."""
    return await Trade(database).stock()


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database; on SQLite it waits for the file as another process would."""
    async with open_database(database_url) as database:
        yield Trade(database)
