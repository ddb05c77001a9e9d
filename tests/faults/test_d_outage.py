"""Part D: Telegram is away for half an hour while the bot has much to say."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import func, select, update

from storage.database import Connection, open_database
from storage.tables.post import WAITING, outbox
from tests.faults.rig import PATIENCE_SECONDS, ailments, ask, dead, on_sqlite, rest, said, suffer, write
from tests.faults.test_d_sending import copies
from tests.faults.workers import Workshop, open_workshop

PEOPLE: Final = range(9201, 9211)
LETTERS: Final = ("first", "second", "third")
ROUNDS: Final = 60
TELEGRAMS_LIMITS: Final = {"overall_per_second": 30, "private_per_second": 1, "private_burst": 3}


@pytest.fixture
async def impatient(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Workshop]:
    """A workshop that keeps Telegram's limits and looks often at what is due."""
    monkeypatch.setattr("bot.house.SQLITE_POLL_SECONDS", 0.05)
    async with open_workshop(database_url, str(tmp_path / "files")) as opened:
        yield opened


@on_sqlite
async def test_after_half_an_hour_without_telegram_every_letter_arrives_once(impatient: Workshop) -> None:
    await ask(impatient, "PUT", "/limits", TELEGRAMS_LIMITS)
    for person in PEOPLE:
        await ask(impatient, "POST", "/people", {"id": person, "first_name": "P", "language_code": "en"})
        await ask(impatient, "POST", f"/chats/{person}/messages", {"text": "/start"})
        await write(impatient.database_url, person, LETTERS)
    await suffer(impatient, {"kind": "error", "method": "*", "code": 502})

    worker = await impatient.start()
    for tries in range(1, ROUNDS + 1):
        await all_were_tried(impatient.database_url, tries)
        await half_a_minute_passes(impatient.database_url)
    await suffer(impatient)
    await half_a_minute_passes(impatient.database_url)
    await rest(impatient, impatient.database_url)
    await worker.stop()

    entries = await said(impatient)
    arrived = copies(entries)
    assert set(arrived.values()) == {1}
    assert len(arrived) == len(PEOPLE) * (len(LETTERS) + 1)
    for person in PEOPLE:
        assert [text for chat, text in arrived if chat == person][:3] == list(LETTERS)
    assert not [each for each in entries if "429" in str(each["outcome"])]
    assert (await dead(impatient.database_url), await ailments(impatient.database_url)) == ((0, 0), [])


async def all_were_tried(database_url: str, tries: int) -> None:
    """Waits until the first letter of every chat was tried so often."""

    async def untried(connection: Connection) -> int:
        tried = func.max(outbox.c.attempts + outbox.c.doubtful)
        query = select(func.count()).select_from(
            select(outbox.c.chat_id).group_by(outbox.c.chat_id).having(tried < tries).subquery()
        )
        return int((await connection.execute(query)).scalar_one())

    until = time.monotonic() + PATIENCE_SECONDS
    async with open_database(database_url) as database:
        while await database.run(untried):
            assert time.monotonic() < until, "not every letter was tried"
            await asyncio.sleep(0.02)


async def half_a_minute_passes(database_url: str) -> None:
    """The longest pause before a letter is tried again."""
    due = update(outbox).where(outbox.c.status == WAITING).values(not_before=0)
    async with open_database(database_url) as database:
        await database.run(lambda connection: connection.execute(due))
