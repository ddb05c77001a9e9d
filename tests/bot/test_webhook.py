"""The webhook's door: closed without the secret, never broken by what is thrown at it."""

import json
import random
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Router
from aiogram.types import Message
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from multidict import CIMultiDict

from bot.condition import Condition
from bot.troubles import Troubles
from bot.vitals import Vitals
from bot.web import Health, serving
from bot.webhook import MOST_BYTES, SECRET_HEADER, Webhook
from handlers.desk import Reply
from storage.database import Database, open_database
from storage.tables.post import inbox
from tests.bot.stand import OPERATOR, SECRET, Stand, stand_with, words
from tests.builders import Trade
from views.markup import Html
from views.screen import Screen

ANN = 9001
WELL = Condition(Vitals(()), Troubles())


@dataclass(frozen=True)
class Door:
    """The bot's webhook over HTTP."""

    url: str
    session: aiohttp.ClientSession
    stand: Stand

    async def gets(self, body: bytes, *secrets: str) -> int:
        """The status for a body that comes with these secrets."""
        headers = CIMultiDict((SECRET_HEADER, secret) for secret in secrets)
        async with self.session.post(f"{self.url}/telegram", data=body, headers=headers) as response:
            return response.status

    async def is_told(self, update: Any) -> int:
        """The status for an update that comes as Telegram sends it."""
        return await self.gets(json.dumps(update).encode(), SECRET)

    async def settled(self) -> dict[int, str]:
        """What became of each update, when all is handled."""
        await self.stand.receiver.finish(10)
        return await self.stand.statuses()


def answering() -> Router:
    router = Router()

    @router.message()
    async def answer(_message: Message) -> Reply:
        return Reply(Screen(Html("ok")))

    return router


@pytest.fixture
async def door(database: Database) -> AsyncIterator[Door]:
    """A bot that answers every message with ok."""
    async with stand_with(database, answering()) as stand, aiohttp.ClientSession() as session:
        webhook = Webhook(stand.receiver, SECRET)
        async with serving(0, Health(database, WELL), webhook) as port:
            yield Door(f"http://127.0.0.1:{port}", session, stand)


async def test_an_update_with_the_secret_is_handled(door: Door) -> None:
    assert await door.is_told(words(1, ANN, "hi")) == 200

    assert await door.settled() == {1: "done"}
    assert await door.stand.letters() == [(ANN, "ok")]


@pytest.mark.parametrize(
    "secrets",
    [
        (),
        ("",),
        (SECRET[:-1],),
        (SECRET + "x",),
        (SECRET.lower(),),
        ("密码" * 10,),
        ("é" * len(SECRET),),
        (SECRET, "wrong"),
        ("wrong", SECRET),
        (SECRET, SECRET),
    ],
)
async def test_without_exactly_the_secret_the_door_stays_shut(door: Door, secrets: tuple[str, ...]) -> None:
    assert await door.gets(json.dumps(words(1, ANN, "hi")).encode(), *secrets) == 401

    assert await door.settled() == {}


async def test_far_too_much_is_refused(door: Door) -> None:
    assert await door.gets(b"x" * (MOST_BYTES + 1), SECRET) == 413
    assert await door.gets(b"x" * (MOST_BYTES * 3), SECRET) == 413
    assert await door.is_told(words(1, ANN, "x" * 500_000)) == 200


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"null", b"[]", b'"x"', b"1", b'{"update_id": "one"}', b"[" * 100_000]
)
async def test_what_is_no_update_is_kept_and_the_operator_is_told(door: Door, body: bytes) -> None:
    assert [await door.gets(body, SECRET), await door.gets(body, SECRET)] == [200, 200]

    assert list((await door.settled()).values()) == ["dead"]
    assert await door.stand.letters() == [(OPERATOR, "alarm")]


async def test_an_update_that_comes_five_times_is_handled_once(door: Door) -> None:
    assert [await door.is_told(words(1, ANN, "hi")) for _ in range(5)] == [200] * 5

    await door.settled()
    assert await door.stand.letters() == [(ANN, "ok")]


values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
parts = st.sampled_from(
    ["message", "callback_query", "edited_message", "my_chat_member", "from", "chat", "id"]
)
updates = st.fixed_dictionaries(
    {"update_id": st.integers(-(2**70), 2**70) | values},
    optional={"message": values | st.dictionaries(parts, values | st.dictionaries(parts, values))},
)


@given(st.binary(max_size=60) | (updates | values).map(lambda value: json.dumps(value).encode()))
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_whatever_is_thrown_at_the_door_it_holds(door: Door, body: bytes) -> None:
    assert await door.gets(body, SECRET) == 200
    assert await door.gets(body, SECRET[1:]) == 401


@pytest.mark.parametrize("kind", ["message", "callback_query"])
async def test_an_update_mutilated_anywhere_breaks_nothing(door: Door, kind: str) -> None:
    dice = random.Random(7)
    whole = json.dumps(words(1, ANN, "hi")).replace("message", kind)

    statuses = set()
    for number in range(60):
        cut = dice.randrange(len(whole))
        body = whole[:cut] + dice.choice(["", "0", '"', "{", "\u2028", "\\ud800", "1e999"]) + whole[cut + 1 :]
        statuses.add(await door.gets(body.replace(": 1,", f": {number},", 1).encode(), SECRET))

    assert statuses == {200}
    assert "waiting" not in (await door.settled()).values()


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://x@127.0.0.1:9/x"])
async def test_while_the_database_is_away_telegram_is_asked_to_come_again(url: str, tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path / 'a.db'}") as spare, open_database(url) as away:
        await spare.run(
            lambda c: c.exec_driver_sql("CREATE TABLE workers (name TEXT PRIMARY KEY, alive_until)")
        )
        async with stand_with(spare, answering()) as stand, aiohttp.ClientSession() as session:
            object.__setattr__(stand.receiver, "_database", away)
            async with serving(0, Health(away, WELL), Webhook(stand.receiver, SECRET)) as port:
                door = Door(f"http://127.0.0.1:{port}", session, stand)

                assert await door.is_told(words(1, ANN, "hi")) == 503
                async with session.get(f"{door.url}/healthz") as response:
                    assert response.status == 503
                async with session.get(f"{door.url}/metrics") as response:
                    assert "yijia_updates_total" in await response.text()


async def test_health_tells_when_something_waits_too_long(door: Door) -> None:
    async def status() -> int:
        async with door.session.get(f"{door.url}/healthz") as response:
            return response.status

    before = await status()
    await Trade(door.stand.database).database.run(
        lambda c: c.execute(
            inbox.insert().values(bot_id=1, update_id=1, lane=1, received_at=1, status="waiting")
        )
    )

    assert (before, await status()) == (200, 503)


async def test_metrics_name_no_people(door: Door) -> None:
    await door.is_told(words(1, ANN, "hi"))

    async with door.session.get(f"{door.url}/metrics") as response:
        text = await response.text()

    assert "yijia_updates_total" in text
    assert not re.search(rf"{{[^}}]*{ANN}", text)
