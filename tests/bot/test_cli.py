"""The command line, as an operator types it."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import COMMANDS, yijia
from storage.backup import BackupExists, NothingToBackUp
from tests.conftest import sqlite_url

ROOT = Path(__file__).parents[2]
SHOP = """INSERT INTO suppliers (id, name, name_zh, qualification, province, city, phone)
    VALUES ({}, '{}', '', 'unverified', '', '', '')"""
DEAD = """INSERT INTO inbox (bot_id, update_id, lane, status, attempts, not_before, received_at)
    VALUES (1, 1, 1, 'dead', 8, 0, 0)"""


@pytest.fixture
def file(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The SQLite file of the settings, with two suppliers, one of them called by a number."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url(sqlite_template, tmp_path))
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    with sqlite3.connect(tmp_path / "yijia.db") as connection:
        connection.execute(SHOP.format(1, "Ningbo Cups"))
        connection.execute(SHOP.format(2, "1688"))
    return tmp_path / "yijia.db"


def types(*words: str) -> Result:
    """What the command line answers."""
    return CliRunner().invoke(yijia, list(words), prog_name="yijia")


def types_outside(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the command line does as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def test_help_names_every_command(file: Path) -> None:
    answer = types("--help")

    assert answer.exit_code == 0
    assert all(f"  {name} " in answer.output for name in COMMANDS)


@pytest.mark.parametrize(("supplier", "number"), [("Ningbo Cups", 1), ("1", 1), ("2", 2), ("1688", 2)])
def test_an_invitation_is_printed_for_a_name_or_a_number(file: Path, supplier: str, number: int) -> None:
    answer = types("invite", supplier)

    kept = sqlite3.connect(file).execute("SELECT payload, supplier_id FROM invitations").fetchall()
    assert answer.exit_code == 0
    assert kept == [(answer.output.strip(), number)]


@pytest.mark.parametrize("supplier", ["Nobody", "3", "9" * 30, "", " ", "-1", "'"])
def test_nobody_is_invited_by_a_supplier_that_does_not_exist(file: Path, supplier: str) -> None:
    answer = types("invite", "--", supplier)

    assert answer.exit_code == 1
    assert f"There is no supplier {supplier!r}" in answer.output


def test_the_doctor_says_whether_all_is_well(file: Path) -> None:
    healthy = types("doctor")
    with sqlite3.connect(file) as connection:
        connection.execute(DEAD)
    ill = types("doctor")

    assert (healthy.exit_code, "BAD" in healthy.output) == (0, False)
    assert ill.exit_code == 1
    assert "BAD I22   no update is among the dead: 1" in ill.output


def test_a_backup_is_written_once_and_never_over_another_file(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"

    first, second = types("backup", str(copy)), types("backup", str(copy))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{copy}")

    assert first.exit_code == 0
    assert "checked" in first.output
    assert isinstance(second.exception, BackupExists)
    assert types("doctor").exit_code == 0


def test_there_is_no_backup_of_a_database_that_is_not_there(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'nowhere.db'}")

    answer = types("backup", str(tmp_path / "copy.db"))

    assert isinstance(answer.exception, NothingToBackUp)
    assert not (tmp_path / "nowhere.db").exists()
    assert not (tmp_path / "copy.db").exists()


def test_the_schema_is_walked_down_and_up(file: Path) -> None:
    steps = [types("migrate", "--yes", "base"), types("migrate")]

    assert [step.exit_code for step in steps] == [0, 0]
    assert sqlite3.connect(file).execute("SELECT count(*) FROM suppliers").fetchone() == (0,)


@pytest.mark.parametrize("down", ["base", "-1"])
def test_tables_are_not_taken_away_without_a_yes(file: Path, down: str) -> None:
    answer = types("migrate", "--", down)

    assert answer.exit_code == 1
    assert "Go on?" in answer.output
    assert sqlite3.connect(file).execute("SELECT count(*) FROM suppliers").fetchone() == (2,)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({}, "Set BOT_TOKEN"),
        ({"BOT_TOKEN": "nonsense"}, "BOT_TOKEN"),
        ({"BOT_TOKEN": "42:x", "WEBHOOK_URL": "https://bot.example"}, "WEBHOOK_SECRET needs at least"),
        ({"PORT": "many"}, "PORT"),
    ],
)
def test_the_bot_does_not_start_with_settings_that_cannot_work(
    file: Path, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], says: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    answer = types("run")

    assert answer.exit_code == 1
    assert says in answer.output
    assert "nonsense" not in answer.output


def test_a_bot_does_not_serve_the_database_of_another(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO facts VALUES ('bot_id', '7')")

    done = types_outside("run", BOT_TOKEN="42:x", PORT="0", TELEGRAM_API_URL="http://127.0.0.1:9")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("This database belongs to the bot with the id 7.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("backup", "{taken}"), "{taken} exists already, and a backup never overwrites."),
        (("import", "--files-url", "ftp://bucket", "{taken}"), "FILES_URL should be a folder"),
    ],
)
def test_a_refusal_is_one_line_that_says_what_to_do(
    file: Path, tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    taken = tmp_path / "taken.csv"
    taken.write_text("supplier,title_en,moq,price_tiers\nNingbo Cups,Mug,100,100:6.5\n")

    done = types_outside(*(word.format(taken=taken) for word in words))

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(says.format(taken=taken))
    assert "Traceback" not in done.stderr


def test_an_order_book_goes_to_a_file_or_to_the_screen(file: Path) -> None:
    book = file.with_name("orders.csv")

    written = types("export", str(book), "--since", "2026-01-01", "--supplier", "1688")
    shown = types("export", "--format", "json")
    unknown = types("export", "--supplier", "Nobody")
    workbook = types("export", str(file.with_name("orders.xlsx")), "--format", "xlsx")

    assert (written.exit_code, workbook.exit_code) == (0, 0)
    assert book.read_text("utf-8-sig").startswith("Order,Kind,Status,Placed (UTC),Supplier,")
    assert json.loads(shown.output) == []
    assert (unknown.exit_code, unknown.output) == (1, "Error: There is no supplier 'Nobody'.\n")
    assert file.with_name("orders.xlsx").read_bytes().startswith(b"PK")
