"""The outbox as the sender sees it: each method one transaction, alarms for what cannot be said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.vitals import Part, Vitals
from delivery.mailbox import Rendered
from services.absence import note_absence
from services.briefing import brief
from services.mail import Fate, Letter, Settlement
from services.notices import News, Notice
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox, standing_pauses
from storage.workers import Heartbeat
from views.notices import render
from views.reader import Reader
from views.screen import Screen


@dataclass(frozen=True, slots=True)
class DatabaseMailbox:
    """Fulfils delivery.mailbox.Mailbox."""

    database: Database
    worker: str
    heartbeat: Heartbeat
    operator_ids: frozenset[int]
    vitals: Vitals

    async def claim(self, limit: int) -> Sequence[Letter]:
        """Takes hold of letters that are due; a sender that is dead or frozen asks for none."""
        claimed = await self.database.run(lambda c: StoredOutbox(c, self.worker).claim(limit))
        self.vitals.sign(Part.SENDER)
        return claimed

    async def holds(self, letter: Letter) -> bool:
        """Whether the letter is still this worker's to send."""
        if self.heartbeat.is_sure:
            return True
        await self.heartbeat.beat()
        return await self.database.run(lambda c: StoredOutbox(c, self.worker).holds(letter))

    async def settle(self, settlements: Sequence[Settlement]) -> None:
        """Writes what became of letters; dead ones raise an alarm, or tell the other side of an absence."""

        async def work(connection: Connection) -> None:
            outbox = StoredOutbox(connection, self.worker)
            for settlement in await outbox.settle(settlements):
                if settlement.fate is Fate.DEAD:
                    await self._bury(connection, outbox, settlement)

        await self.database.run(work)

    async def render(self, letter: Letter) -> Rendered | None:
        """A notice in its reader's language as things stand now; None when it is no longer of interest."""
        notice = notice_of(letter)

        async def work(connection: Connection) -> Rendered | None:
            books = await books_at(connection, "sending")
            person = await books.people.get(letter.chat_id)
            briefing = person and await brief(books, person, notice)
            screen = render(Reader(person.language), briefing) if person and briefing else None
            return await _rendered(books, letter, screen) if screen else None

        return await self.database.run(work)

    async def standing_pauses(self) -> dict[int, int]:
        """Chats (0: every chat) that want silence, and for how many milliseconds more."""
        return await self.database.run(standing_pauses)

    async def _bury(self, connection: Connection, outbox: StoredOutbox, settlement: Settlement) -> None:
        books: StoredBooks = await books_at(connection, f"letter {settlement.letter.id}")
        if settlement.unreachable:
            await note_absence(books, settlement.letter.chat_id)
        elif settlement.letter.body.get("news") != News.ALARM.value:
            raise_alarm(books, self.operator_ids, "letter", settlement.letter.id)
        await books.send(outbox)


async def _rendered(books: StoredBooks, letter: Letter, screen: Screen) -> Rendered:
    """A message leaves the card it belongs to alone; everything else takes its place."""
    if screen.card is None or letter.body["news"] == News.MESSAGE.value:
        return Rendered(screen)
    return Rendered(screen, await books.cards.newest(letter.chat_id, screen.card))


def notice_of(letter: Letter) -> Notice:
    """The notice that a letter of its kind carries."""
    return Notice(**{**letter.body, "news": News(letter.body["news"])})


def raise_alarm(books: StoredBooks, operator_ids: frozenset[int], what: str, number: int) -> None:
    """Tells every operator that something is among the dead."""
    for person_id in sorted(operator_ids):
        books.post.tell(person_id, Notice(News.ALARM, number, detail=what))
