"""Letters: words on their way to one chat, and the outbox that keeps them until they are said."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from services.moves import Subject


class LetterKind(StrEnum):
    """A reply is a finished screen for the one who acted; a notice is a fact, rendered when sent."""

    REPLY = "reply"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Letter:
    """One row of the outbox; `doubtful` counts attempts that may have arrived, `attempts` all that failed.

    `claimed` tells a letter that was found waiting from one handed over by the transaction that wrote it.
    """

    id: int
    chat_id: int
    kind: LetterKind
    body: dict[str, Any]
    attempts: int = 0
    doubtful: int = 0
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What a sent message shows."""

    subject: Subject
    subject_id: int
    version: int


class Fate(StrEnum):
    """What became of a letter; the values are stored as its status."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome of one attempt at a letter.

    `wait_ms` delays the next attempt; `message_id` and `card` say what now stands in the chat;
    `failed` and `doubtful` add to its counters; `unreachable` notes that the person cannot be reached;
    `pauses` are chats (0: all) and the milliseconds for which Telegram wants silence.
    """

    letter: Letter
    fate: Fate
    problem: str = ""
    wait_ms: int = 0
    message_id: int | None = None
    card: Card | None = None
    failed: int = 0
    doubtful: int = 0
    unreachable: bool = False
    pauses: dict[int, int] = field(default_factory=dict)
