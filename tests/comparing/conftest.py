"""A market where many suppliers sell coffee mugs."""

import pytest

from storage.database import Database
from tests.builders import Trade
from tests.comparing.mugs import Mugs, stock_mugs


@pytest.fixture
async def mugs(database: Database) -> Mugs:
    """The market of tests.builders with suppliers of mugs beside it, once on each database."""
    trade = await Trade(database).stock()
    await stock_mugs(trade)
    return Mugs(trade)
