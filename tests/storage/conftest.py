"""A stocked market to keep."""

from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, open_database
from tests.builders import Trade
from tests.conftest import Postgres


@pytest.fixture
async def trade(database: Database) -> Trade:
    """The market of tests.builders, once on SQLite and once on PostgreSQL."""
    return await Trade(database).stock()


@pytest.fixture
async def rival(database_url: str) -> Any:
    """Another worker on the same database; on SQLite it waits for the file as another process would."""
    async with open_database(database_url) as database:
        yield Trade(database)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bare.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    server.psql("DROP DATABASE IF EXISTS bare;")
    server.psql("CREATE DATABASE bare;")
    return str(server.get_uri("bare"))
