"""Messages between the two sides of a negotiation; they never change terms."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Final

from domain.people import Side
from domain.phrase import to_record
from domain.refusal import Refusal
from services.notices import News, Notice
from services.said import WITHOUT_CAPTION, Kind, Said

MAX_MESSAGE_LENGTH: Final = 2000
MOST_UNDER_A_FILE: Final = 250
"""Longer words stand in a message of their own: with what we add, a caption has 1024 characters at most."""
MOST_KEPT_BYTES: Final = 20 * 1024 * 1024
"""What Telegram lets a bot download; larger files are passed on but not kept."""


class MessageUnusable(Refusal):
    """A message is empty or has more than `most` characters."""


class TooManyFiles(Refusal):
    """A person sent his fill of files, `most` in a day."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one side said to the other in a negotiation. `id` 0 is not stored yet.

    `answers` is the id of the message it replies to, `edits` that of the first wording; 0 for none.
    """

    id: int
    negotiation_id: int
    side: Side
    author_id: int
    said: Said
    at: datetime
    answers: int = 0
    edits: int = 0

    @property
    def body(self) -> str:
        """Its words, perhaps none."""
        return self.said.body

    @property
    def first_id(self) -> int:
        """The id of its first wording."""
        return self.edits or self.id

    @property
    def has_attachment(self) -> bool:
        """Whether a file or a place comes with it."""
        return self.said.kind is not Kind.TEXT

    @property
    def is_apart(self) -> bool:
        """Whether its words cannot stand under its file."""
        too_long = len(self.body) > MOST_UNDER_A_FILE
        return self.has_attachment and (self.said.kind in WITHOUT_CAPTION or too_long)

    @property
    def is_too_large_to_keep(self) -> bool:
        """Whether its file is passed on without a copy of ours."""
        return self.said.file is not None and self.said.file.size > MOST_KEPT_BYTES

    def with_id(self, message_id: int) -> "Message":
        """The message as stored."""
        return replace(self, id=message_id)

    def digest(self) -> str:
        """SHA-256 in hex of the canonical record: who said what where, when, and in answer to what."""
        said, phrase = replace(self.said, phrase=None), self.said.phrase
        content = {**asdict(said), "phrase": to_record(phrase) if phrase else None}
        signed = [self.negotiation_id, self.side.value, self.author_id, content]
        record = [*signed, self.at.isoformat(timespec="milliseconds"), self.answers, self.edits]
        written = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode()).hexdigest()


def notices_of(message: Message, *, with_file: bool = True) -> Iterator[Notice]:
    """The notices that bring a message to its reader: a file apart from its words is a letter of its own."""
    detail = str(message.id)
    if message.is_apart and with_file:
        yield Notice(News.MESSAGE_FILE, message.negotiation_id, detail=detail)
    yield Notice(News.MESSAGE, message.negotiation_id, detail=detail)


def usable(said: Said) -> Said:
    """The same without outer blanks; a file or a phrase needs no words. Raises MessageUnusable."""
    stripped = said.body.strip()
    least = 1 if said.kind is Kind.TEXT and not said.phrase else 0
    length = len(stripped.encode("utf-16-le")) // 2  # as Telegram counts
    if not least <= length <= MAX_MESSAGE_LENGTH:
        raise MessageUnusable(length=length, most=MAX_MESSAGE_LENGTH)
    return replace(said, body=stripped)
