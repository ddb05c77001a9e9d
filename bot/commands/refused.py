"""What the command line says when a command is refused: what stands in the way and what to do."""

from typing import Final

from domain.refusal import Refusal
from storage.backup import BackupDamaged, BackupExists, NothingToBackUp
from storage.belonging import ForeignDatabase
from storage.files import UnusableFilesUrl
from storage.single import AlreadyServed

SENTENCES: Final = {
    BackupExists: "{path} exists already, and a backup never overwrites. Please name another file.",
    NothingToBackUp: "There is no database at {path}. Please check DATABASE_URL.",
    BackupDamaged: "The copy is damaged and cannot be used: {says}",
    ForeignDatabase: "This database belongs to the bot with the id {owner}. "
    "Please check BOT_TOKEN and DATABASE_URL.",
    AlreadyServed: "Another process serves {path}. Several workers need PostgreSQL.",
    UnusableFilesUrl: "FILES_URL should be a folder or a file:// address, not {scheme}://.",
}


def refused_line(refusal: Refusal) -> str:
    """Why a command was refused; the rule's own name for what no command expects."""
    sentence = SENTENCES.get(type(refusal))
    return sentence.format(**refusal.facts) if sentence else repr(refusal)
