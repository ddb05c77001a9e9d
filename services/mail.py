"""Letters: words on their way to one chat, and the outbox that keeps them until they are said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from services.moves import Subject

FAST: Final = 2**53
"""Above every id of Telegram's; lanes and chats from here on are those of people who are paying."""


def fast_lane(person_id: int) -> int:
    """The lane of what must not wait behind anything else of this person: the question before a payment."""
    return FAST + person_id


def is_fast(lane: int) -> bool:
    """Whether it is such a lane."""
    return lane > FAST


def person_in(lane: int) -> int:
    """Whose lane it is."""
    return lane - FAST if is_fast(lane) else lane


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
    """What a sent message shows.

    `version` is the offer or revision on a card that stands, 0 on a message that only belongs to the subject,
    and negative once a newer card has taken its place. `negotiation_id` is what an order came of, `talk_id`
    the message between the sides that it carries.
    """

    subject: Subject
    subject_id: int
    version: int
    negotiation_id: int = 0
    talk_id: int = 0


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A message in a chat and what it shows."""

    message_id: int
    card: Card


class Fate(StrEnum):
    """What became of a letter; the values are stored as its status."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The outcome of one attempt at a letter.

    `wait_ms` delays the next attempt; `message_id` and `card` say what now stands in the chat, `overtaken`
    which older cards in it already say so;
    `failed` and `doubtful` add to its counters; `unreachable` notes that the person cannot be reached;
    `pauses` are chats (0: all) and the milliseconds for which Telegram wants silence.
    """

    letter: Letter
    fate: Fate
    problem: str = ""
    wait_ms: int = 0
    message_id: int | None = None
    card: Card | None = None
    overtaken: tuple[int, ...] = ()
    failed: int = 0
    doubtful: int = 0
    unreachable: bool = False
    pauses: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement that was written, and the older cards in the chat that are still to say so."""

    settlement: Settlement
    overtaken: Sequence[ShownCard] = ()
