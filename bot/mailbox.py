"""The outbox as the sender sees it: each method one transaction, alarms for what cannot be said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.rendering import overtaken_notice, rendered
from bot.translating import Translating, Wanted
from bot.vitals import Part, Vitals
from delivery.mailbox import Rendered
from services.absence import note_absence
from services.mail import Fate, Letter, LetterKind, Settled, Settlement
from services.notices import News, Notice
from storage.books import StoredBooks, books_at
from storage.database import Connection, Database
from storage.outbox import StoredOutbox, standing_pauses
from storage.workers import Heartbeat


@dataclass(frozen=True, slots=True)
class DatabaseMailbox:
    """Fulfils delivery.mailbox.Mailbox."""

    database: Database
    worker: str
    heartbeat: Heartbeat
    operator_ids: frozenset[int]
    vitals: Vitals
    translating: Translating

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

    async def settle(self, settlements: Sequence[Settlement]) -> Sequence[Letter]:
        """Writes what became of letters and returns new ones, already held by this worker.

        Dead ones raise an alarm, or tell the other side of an absence; a card that was shown overtakes older
        ones in its chat.
        """

        async def work(connection: Connection) -> list[Letter]:
            outbox = StoredOutbox(connection, self.worker)
            written = await outbox.settle(settlements)
            return await self._follow_up(connection, outbox, [each for each in written if _has_sequel(each)])

        return await self.database.run(work)

    async def render(self, letter: Letter) -> Rendered | None:
        """A notice in its reader's language as things stand now; None when it is no longer of interest."""
        notice = notice_of(letter)

        async def work(connection: Connection) -> Rendered | None:
            books = await books_at(connection, "sending")
            person = await books.people.get(letter.chat_id)
            if person is None:
                return None
            is_operator = letter.chat_id in self.operator_ids
            return await rendered(books, replace(person, is_operator=is_operator), notice)

        said = await self.database.run(work)
        if said and said.untranslated:
            self.translating.want(Wanted(letter.chat_id, notice, said.untranslated))
        return said

    async def standing_pauses(self) -> dict[int, int]:
        """Chats (0: every chat) that want silence, and for how many milliseconds more."""
        return await self.database.run(standing_pauses)

    async def _follow_up(
        self, connection: Connection, outbox: StoredOutbox, settled: Sequence[Settled]
    ) -> list[Letter]:
        """All in one go, so that the turns of all chats are taken at once."""
        if not settled:
            return []
        books = await books_at(connection, f"letter {settled[0].settlement.letter.id}")
        for each in settled:
            await self._bury_or_overtake(books, each)
        return await books.send(outbox)

    async def _bury_or_overtake(self, books: StoredBooks, settled: Settled) -> None:
        letter = settled.settlement.letter
        for shown in settled.overtaken:
            books.post.tell(letter.chat_id, overtaken_notice(settled, shown.message_id, shown.card))
        if settled.settlement.fate is not Fate.DEAD:
            return
        if settled.settlement.unreachable:
            await note_absence(books, letter.chat_id, missed_by(letter))
        elif letter.body.get("news") != News.ALARM.value:
            raise_alarm(books, self.operator_ids, "letter", letter.id)


def _has_sequel(settled: Settled) -> bool:
    return settled.settlement.fate is Fate.DEAD or bool(settled.overtaken)


def missed_by(letter: Letter) -> Notice | None:
    """The notice that a letter carries, unless it is a reply."""
    return notice_of(letter) if letter.kind is LetterKind.NOTICE else None


def notice_of(letter: Letter) -> Notice:
    """The notice that a letter of its kind carries."""
    return Notice(**{**letter.body, "news": News(letter.body["news"])})


def raise_alarm(books: StoredBooks, operator_ids: frozenset[int], what: str, number: int) -> None:
    """Tells every operator that something is among the dead."""
    for person_id in sorted(operator_ids):
        books.post.tell(person_id, Notice(News.ALARM, number, detail=what))
