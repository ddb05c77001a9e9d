"""A playground for each test."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from playground.server import playground_server
from tests.playground.stand import ANN, BORIS, TOKEN, Stand


@pytest.fixture
async def stand() -> AsyncIterator[Stand]:
    """Ann has written to the bot; Boris has not."""
    async with playground_server([TOKEN]) as playground, aiohttp.ClientSession() as session:
        stand = Stand(playground, session)
        await stand.act("POST", "/people", id=ANN, first_name="Ann", language_code="en", username="ann_b")
        await stand.act("POST", "/people", id=BORIS, first_name="Boris", language_code="zh-hans")
        await stand.say("/start")
        await stand.updates()
        yield stand
