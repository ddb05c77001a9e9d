"""A database belongs to one bot, and a SQLite file to one process."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from storage.belonging import ForeignDatabase, belong_to
from storage.database import Database, open_database
from storage.single import AlreadyServed, only_process

SECOND = """
import sys
from storage.single import only_process
with only_process(sys.argv[1]):
    print("served")
"""


async def test_a_database_stays_with_its_bot(database: Database) -> None:
    await database.run(lambda connection: belong_to(connection, 42))
    await database.run(lambda connection: belong_to(connection, 42))

    with pytest.raises(ForeignDatabase) as refusal:
        await database.run(lambda connection: belong_to(connection, 43))

    assert refusal.value.facts == {"owner": "42"}


async def test_two_workers_of_one_bot_may_start_at_once(database_url: str) -> None:
    async with open_database(database_url) as one, open_database(database_url) as two:
        started = await asyncio.gather(
            *(each.run(lambda c: belong_to(c, 42)) for each in (one, two)), return_exceptions=True
        )

    assert started == [None, None]


def second_process(url: str) -> str:
    done = subprocess.run([sys.executable, "-c", SECOND, url], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'yijia.db'}"

    with only_process(url):
        meanwhile = second_process(url)
    afterwards = second_process(url)

    assert "AlreadyServed" in meanwhile
    assert afterwards == "served\n"


def test_many_processes_may_serve_postgresql() -> None:
    url = "postgresql://yijia@localhost/yijia"

    with only_process(url), only_process(url):
        pass


def test_one_process_does_not_serve_a_file_twice(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'yijia.db'}"

    with only_process(url), pytest.raises(AlreadyServed), only_process(url):
        pass
