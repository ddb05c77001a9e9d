"""What an attacker needs: dials, forged presses, the state of the books, and the moment of rest."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any, Final, Protocol

import aiohttp
import pytest
from sqlalchemy import func, select

from storage.database import Connection, open_database
from storage.doctor import examine
from storage.outbox import StoredOutbox
from storage.tables.post import DEAD, WAITING, inbox, outbox
from storage.tables.trade import confirmations, negotiations, offers, orders
from storage.workers import held_by, let_go
from views.markup import Html
from views.reply import ReplyLetter
from views.screen import Screen

PATIENCE_SECONDS: Final = 90.0
TRADE: Final = (negotiations, offers, orders, confirmations)

ONE_DEAL = {"negotiations": 1, "offers": 2, "orders": 1, "confirmations": 2}
"""The rows that one deal with one counter-offer leaves."""

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


class Scene(Protocol):
    """A market or a workshop."""

    @property
    def url(self) -> str: ...

    @property
    def session(self) -> aiohttp.ClientSession: ...


async def ask(scene: Scene, method: str, path: str, body: Any = None) -> dict[str, Any]:
    """One request to the playground's actors."""
    async with scene.session.request(method, f"{scene.url}/playground{path}", json=body) as response:
        answer: dict[str, Any] = await response.json()
        assert response.status < 400, f"{method} {path}: {answer}"
        return answer


async def suffer(scene: Scene, *rules: dict[str, Any]) -> None:
    """From now on these things go wrong; without rules all is well again."""
    await ask(scene, "PUT", "/faults", {"seed": 1, "rules": list(rules)})


async def press(scene: Scene, person: int, message_id: int, data: str, **more: Any) -> dict[str, Any]:
    """Presses a button that perhaps never was; returns what was answered."""
    began = await ask(
        scene,
        "POST",
        f"/chats/{person}/presses",
        {"message_id": message_id, "data": data, "forge": True, **more},
    )
    answer = await ask(scene, "GET", f"/presses/{began['id']}?timeout={PATIENCE_SECONDS:.0f}")
    assert answer["answered"], f"nobody answered {data!r}"
    return answer


async def buttons(scene: Scene, person: int) -> list[tuple[int, str, str]]:
    """Message, words and data of every button that stands in a chat."""
    chat = await ask(scene, "GET", f"/chats/{person}?last=200")
    return [
        (message["message_id"], button["text"], button["callback_data"])
        for message in chat["messages"]
        for row in message.get("keyboard") or []
        for button in row
        if button.get("callback_data")
    ]


async def said(scene: Scene, method: str = "send*") -> list[dict[str, Any]]:
    """The bot's requests to Telegram."""
    entries = await ask(scene, "GET", f"/log?type=request&method={method}")
    found: list[dict[str, Any]] = entries["entries"]
    return found


async def write(database_url: str, chat_id: int, texts: Sequence[str]) -> None:
    """Puts letters, as they are, into the outbox of one chat; nobody holds them."""

    async def work(connection: Connection) -> None:
        letters = StoredOutbox(connection, "test")
        await letters.take_turn([chat_id])
        for text in texts:
            await letters.write(chat_id, ReplyLetter(Screen(Html(text))).to_body(), f"{text} to {chat_id}")
        await let_go(connection, outbox, "test", await held_by(connection, outbox, "test"))

    async with open_database(database_url) as database:
        await database.run(work)


async def rest(scene: Scene, database_url: str) -> None:
    """Waits until nothing is pending, to be handled or to be said."""
    until = time.monotonic() + PATIENCE_SECONDS
    async with open_database(database_url) as database:
        while True:
            pending = (await ask(scene, "GET", "/updates"))["pending"]
            if not pending and not await database.run(_waiting):
                return
            assert time.monotonic() < until, "the bot does not come to rest"
            await asyncio.sleep(0.02)


async def trade_rows(database_url: str) -> dict[str, int]:
    """How many rows the trade has."""
    async with open_database(database_url) as database:
        return {table.name: await database.run(lambda c, t=table: _count(c, t)) for table in TRADE}


async def table_rows(database_url: str, table: Any) -> int:
    """How many rows a table has."""
    async with open_database(database_url) as database:
        return await database.run(lambda c: _count(c, table))


async def dead(database_url: str) -> tuple[int, int]:
    """How many updates and letters are among the dead."""

    async def work(connection: Connection) -> tuple[int, int]:
        return await _count(connection, inbox, DEAD), await _count(connection, outbox, DEAD)

    async with open_database(database_url) as database:
        return await database.run(work)


async def ailments(database_url: str) -> list[str]:
    """What the doctor finds."""
    async with open_database(database_url) as database:
        findings = await examine(database)
    return [f"{finding.invariant} {finding.says}{finding.sample}" for finding in findings if finding.rows]


async def _waiting(connection: Connection) -> int:
    return await _count(connection, inbox, WAITING) + await _count(connection, outbox, WAITING)


async def _count(connection: Connection, table: Any, status: str = "") -> int:
    query = select(func.count()).select_from(table)
    if status:
        query = query.where(table.c.status == status)
    return int((await connection.execute(query)).scalar_one())
