"""How the use cases need what the sides say kept, as protocols."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.people import Side
from services.consents import Consent
from services.mail import Card, ShownCard
from services.moves import Subject
from services.talk import Message


class Talk(Protocol):
    """Messages between the sides, with their files."""

    async def add(self, message: Message) -> Message | None:
        """Keeps a message; returns it with its id, or None when the same was kept before."""

    async def get(self, message_id: int) -> Message | None:
        """The message."""

    async def written(self, author_id: int, telegram_id: int) -> Message | None:
        """The first wording of what a person wrote in his chat under this number."""

    async def latest(self, first_id: int) -> Message:
        """The newest wording of a message."""

    async def before(self, message: Message) -> Message | None:
        """The wording before this one, if it is an edit."""

    async def latest_of(self, negotiation_id: int, page: int, size: int) -> Sequence[Message]:
        """A page (0 is the latest) of what was said in its newest wording, oldest first."""

    async def count(self, negotiation_id: int) -> int:
        """How many messages there are, each once however often it was edited."""

    async def copy_in(self, chat_id: int, message_id: int) -> int | None:
        """The number under which a message stands in the chat of somebody else."""

    async def missed(self, person_id: int, negotiation_id: int, side: Side) -> Sequence[Message]:
        """What the other side than the person's said last and never reached his chat, oldest first."""

    async def has_album(self, negotiation_id: int, album: str) -> bool:
        """Whether a part of the album was kept."""

    async def files_since(self, author_id: int, moment: datetime) -> tuple[int, int]:
        """How many files a person sent or put in place of others since then, and their bytes."""

    async def fetch_later(self, message: Message) -> None:
        """Notes that a message's file is to be copied to our own store."""


class Translations(Protocol):
    """What the machine translator made of people's words."""

    async def find(self, text: str, target: str) -> str | None:
        """The translation into a language; empty if it made nothing of use, None if it was not asked."""

    async def keep(self, text: str, target: str, translation: str) -> None:
        """Keeps what it made; twice is once."""


class Consents(Protocol):
    """Which phone number was given to whom."""

    async def add(self, consent: Consent) -> Consent:
        """Keeps one; returns it with its id."""

    async def get(self, consent_id: int) -> Consent | None:
        """The consent."""


class Cards(Protocol):
    """Which message in which chat shows which negotiation or order."""

    async def shown(self, chat_id: int, message_id: int) -> Card | None:
        """What the message shows."""

    async def standing(self, chat_id: int, card: Card) -> Sequence[ShownCard]:
        """The cards in the chat whose place this one takes."""

    async def showing(self, chat_id: int, subject: Subject, subject_id: int) -> int | None:
        """The newest message in the chat that belongs to the subject."""

    async def newest(self, chat_id: int) -> int | None:
        """The newest message in the chat that shows anything."""
