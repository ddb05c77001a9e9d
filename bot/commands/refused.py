"""What the command line says when a command cannot be done: what stands in the way and what to do."""

import sqlite3
from typing import Final

from alembic.util.exc import CommandError
from sqlalchemy.exc import DBAPIError

from domain.refusal import Refusal
from storage.backup import BackupDamaged, BackupExists, NothingToBackUp
from storage.belonging import ForeignDatabase
from storage.bucket import UnusableBucket
from storage.files import UnusableFilesUrl
from storage.single import AlreadyServed

SENTENCES: Final = {
    BackupExists: "{path} exists already, and a backup never overwrites. Please name another file.",
    NothingToBackUp: "There is no database at {path}. Please check DATABASE_URL.",
    BackupDamaged: "The copy is damaged and cannot be used: {says}",
    ForeignDatabase: "This database belongs to the bot with the id {owner}. "
    "Please check BOT_TOKEN and DATABASE_URL.",
    AlreadyServed: "Another process serves {path}. Several workers need PostgreSQL.",
    UnusableBucket: "FILES_URL names a bucket that cannot be used: {says}",
    UnusableFilesUrl: "FILES_URL should be a folder or a file:// or s3:// address, not {scheme}://.",
}


def refused_line(error: Exception) -> str | None:
    """Why a command could not be done; None for an error that nobody expects."""
    match error:
        case Refusal():
            sentence = SENTENCES.get(type(error))
            return sentence.format(**error.facts) if sentence else repr(error)
        case DBAPIError() | sqlite3.Error() | OSError():
            return f"The database or a file cannot be used: {_first_line(error)}. Please check DATABASE_URL."
        case CommandError():
            return f"{_first_line(error)}. Please name a revision, or none for the newest."
    return None


def _first_line(error: Exception) -> str:
    """What is wrong, without the statement and its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return (str(cause).splitlines() or [type(cause).__name__])[0].rstrip(".")
