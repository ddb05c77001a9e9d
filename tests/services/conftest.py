"""A stocked market for the use cases."""

from collections.abc import Callable

import pytest

from storage.database import Database
from tests.builders import Trade
from tests.conftest import emptied, sqlite_url
from tests.disputes import Court


@pytest.fixture
async def trade(database: Database) -> Trade:
    """The market of tests.builders, once on SQLite and once on PostgreSQL."""
    return await Trade(database).stock()


@pytest.fixture
async def court(trade: Trade) -> Court:
    """The same with its operators."""
    return await Court.of(trade.database)


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Gives the address of a database without rows whenever it is called, on either engine."""

    def made() -> str:
        if request.param == "sqlite":
            folder = tmp_path_factory.mktemp("history")
            return sqlite_url(request.getfixturevalue("sqlite_template"), folder)
        return emptied(request.getfixturevalue("postgres"), request.getfixturevalue("postgres_url"))

    return made
