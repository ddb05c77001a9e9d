"""A thousand albums come in any order, some parts twice, while the bot is killed again and again."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import orjson
import pytest
from sqlalchemy import insert, select

from bot.settings import Settings
from domain.people import Language, Person, Side
from services.evidence import Bundle, Purpose
from storage.books import books_at
from storage.database import Connection, Database, open_database
from storage.doctor import examine
from storage.tables.copies import awaited_copies
from storage.tables.evidence import exhibits
from storage.tables.people import conversations
from tests.builders import Trade
from tests.conversations.conftest import TOKEN

ALBUMS: Final = 1000
SIZES: Final = range(2, 11)
WEIGHTS: Final = (80, 6, 4, 3, 2, 2, 1, 1, 1)
"""How common albums of two to ten photos are: in life most are small."""
MOST_OF_A_PERSON: Final = 40
FIRST_PERSON: Final = 70_000
PLAN: Final = (
    "inbox.received:9",
    "inbox.stored:14",
    "update.before_commit:200",
    "update.after_commit:1100",
    "inbox.stored:1",
    "update.before_commit:1",
)
"""Where the bot dies, life after life; then it may live."""


@dataclass
class Sent:
    """The photos of each person, and every update in the order in which it comes."""

    photos: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    updates: list[dict[str, Any]] = field(default_factory=list)


def posted(seed: int) -> Sent:
    """A thousand albums; parts in any order, some come twice, some in an update of their own as well."""
    chance, sent, person = random.Random(seed), Sent(), FIRST_PERSON
    for album in range(ALBUMS):
        [size] = chance.choices(SIZES, WEIGHTS)
        if len(sent.photos[person]) + size > MOST_OF_A_PERSON:
            person += 1
        for name in (f"photo-{album}-{part}" for part in range(size)):
            sent.photos[person].append(name)
            update = photo(len(sent.updates) + 1, person, name, album)
            sent.updates += [update] * (2 if chance.random() < 0.1 else 1)
            if chance.random() < 0.05:
                sent.updates.append(photo(len(sent.updates) + 1, person, name, album))
    chance.shuffle(sent.updates)
    return sent


def photo(number: int, person: int, name: str, album: int) -> dict[str, Any]:
    """An update with one part of an album."""
    sender = {"id": person, "is_bot": False, "first_name": "P", "language_code": "en"}
    chat = {"id": person, "type": "private", "first_name": "P"}
    file = {"file_id": f"id-{name}", "file_unique_id": name, "width": 9, "height": 9, "file_size": 70_000}
    about = {"message_id": number, "date": 1, "chat": chat, "from": sender, "media_group_id": f"a{album}"}
    return {"update_id": number, "message": {**about, "photo": [file]}}


async def asked_for(database: Database, people: list[int]) -> None:
    """Everybody is asked for evidence on the one order there is."""
    order = await (await Trade(database).stock()).bound()

    async def work(connection: Connection) -> None:
        books = await books_at(connection, "test")
        for person in people:
            await books.people.add(Person(person, Language.ENGLISH), books.now)
            wanted = Bundle(0, Purpose.CLAIM, person, Side.BUYER, order.id, books.now)
            bundle = await books.evidence.open(wanted)
            place = {"person_id": person, "state": "Gathering:files", "data": {"bundle": bundle.id}}
            await connection.execute(insert(conversations).values(place))

    await database.run(work)


async def lived(settings: Settings, file: Path) -> list[int]:
    """Every life of the bot; returns how each ended."""
    told = {"BOT_TOKEN": TOKEN, "DATABASE_URL": settings.database_url, "FILES_URL": settings.files_url}
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.crash.albums_bot", str(file), *PLAN, ""),
        env={**os.environ, **told},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await bot.communicate()
    return [int(end) for end in said.splitlines()[-1].split()]


@pytest.mark.timeout(600)
async def test_every_photo_of_a_thousand_albums_is_kept_once(database_url: str, tmp_path: Path) -> None:
    sent, file = posted(seed=7), tmp_path / "updates"
    file.write_bytes(b"\n".join(map(orjson.dumps, sent.updates)))
    settings = Settings(_env_file=None, database_url=database_url, files_url=str(tmp_path / "files"))

    async with open_database(database_url) as database:
        await asked_for(database, sorted(sent.photos))
        ends = await lived(settings, file)
        rows = (await database.run(lambda c: c.execute(select(exhibits)))).all()
        findings = await examine(database)
        awaited = (await database.run(lambda c: c.execute(select(awaited_copies)))).all()

    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row.person_id][row.unique_id] += 1
    assert ends == [-signal.SIGKILL] * len(PLAN) + [0]
    assert found == {person: Counter(photos) for person, photos in sent.photos.items()}
    assert len(awaited) == len(rows)
    assert [each.says for each in findings if each.rows and each.invariant == "I35"] == []
