"""The small market, and one whose bot stands behind a webhook."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conversations.conftest import market
from tests.faults.workers import Workshop, open_workshop

__all__ = ["market"]


@pytest.fixture
async def workshop(database_url: str, tmp_path: Path, no_waiting: None) -> AsyncIterator[Workshop]:
    """A stocked database, the playground and its people; the test starts the workers."""
    async with open_workshop(database_url, str(tmp_path / "files")) as opened:
        yield opened
