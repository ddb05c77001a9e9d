"""Logs: one JSON line an event, whatever is in it; no token, no name, no words of people."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOKEN = "424242:AAcanaryTokenCanaryTokenCanary"
SAY = """
import logging, sys, structlog
from bot.logs import set_up
set_up(sys.argv[1], (sys.argv[2],))
log = structlog.get_logger()
"""


def said(script: str, *arguments: str, level: str = "DEBUG") -> str:
    """What a process wrote to standard error."""
    command = [sys.executable, "-c", SAY + script, level, TOKEN, *arguments]
    root = Path(__file__).parents[2]
    return subprocess.run(command, capture_output=True, check=True, cwd=root).stderr.decode()


@pytest.mark.parametrize(
    "field",
    [
        "a\nb",
        "a\r\nb",
        "a\x1b[31mred",
        "a\u2028b",
        "a\u2029b",
        "a\x85b",
        "a\x0bb\x0cc\x1cd",
        "议价 ✓",
        '"}\n{"',
    ],
)
def test_a_field_stays_in_its_line_and_comes_back_whole(field: str) -> None:
    lines = said("log.info('event', field=sys.argv[3]); log.info('next')", field).splitlines()

    events = [json.loads(line) for line in lines]
    assert [event["event"] for event in events] == ["event", "next"]
    assert events[0]["field"] == field
    assert not {"\x1b", "\x9b"} & set(lines[0])


def test_the_token_is_hidden_wherever_it_comes_up() -> None:
    script = """
log.info("starting", url="https://api.telegram.org/bot" + sys.argv[2])
logging.getLogger("somebody.else").warning("POST /bot%s/getMe", sys.argv[2])
try:
    raise RuntimeError("no answer from " + sys.argv[2])
except RuntimeError:
    log.exception("failed", token=sys.argv[2])
"""
    lines = said(script)

    assert TOKEN not in lines
    assert [json.loads(line)["event"] for line in lines.splitlines()] == [
        "starting",
        "POST /bot***/getMe",
        "failed",
    ]


def test_an_error_is_told_by_kind_and_place_but_not_by_its_words() -> None:
    script = """
def handle():
    try:
        int("Ann Smith, +1 555 0100")
    except ValueError as error:
        raise KeyError("12 Dock Road") from error
try:
    handle()
except KeyError:
    log.exception("update failed", update=7)
"""
    event = json.loads(said(script))

    assert event["update"] == 7
    assert all(part in event["exception"] for part in ("ValueError", "KeyError", "in handle"))
    assert not any(canary in json.dumps(event) for canary in ("Ann", "0100", "Dock"))


def test_an_error_of_the_database_does_not_quote_what_was_written() -> None:
    script = """
import asyncio
from sqlalchemy import text
from storage.database import open_database
async def main():
    async with open_database("sqlite://") as database:
        said = {"said": "canary"}
        await database.run(lambda c: c.execute(text("INSERT INTO nowhere VALUES (:said)"), said))
try:
    asyncio.run(main())
except Exception:
    log.exception("update failed")
    logging.getLogger("library").error("oh", exc_info=True)
"""
    lines = said(script)

    assert "canary" not in lines
    assert "OperationalError" in lines


def test_at_warning_nothing_less_is_said() -> None:
    assert said("log.info('quiet'); log.warning('loud')", level="WARNING").count("\n") == 1
