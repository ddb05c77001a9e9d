"""What the command line says when something stands in the way: one line, and what to do."""

import sqlite3

import pytest
from alembic.util.exc import CommandError
from sqlalchemy.exc import OperationalError

from bot.commands.refused import refused_line

LOCKED = OperationalError(
    "SELECT address", {"address": "12 Harbour Street"}, sqlite3.OperationalError("locked")
)


@pytest.mark.parametrize(
    ("error", "cause"),
    [
        (ConnectionRefusedError(111, "Connect call failed"), "Connect call failed"),
        (sqlite3.OperationalError("unable to open database file"), "unable to open database file"),
        (LOCKED, "locked"),
    ],
)
def test_a_database_that_cannot_be_used_is_named_with_what_to_check(error: Exception, cause: str) -> None:
    line = refused_line(error)

    assert line is not None
    assert cause in line
    assert "Please check DATABASE_URL" in line
    assert "Harbour" not in line


def test_an_unknown_revision_is_asked_for_again() -> None:
    line = refused_line(CommandError("Can't locate revision identified by 'nonsense'"))

    assert line == (
        "Can't locate revision identified by 'nonsense'. Please name a revision, or none for the newest."
    )


def test_what_nobody_expects_is_no_refusal() -> None:
    assert refused_line(ValueError("a bug")) is None
