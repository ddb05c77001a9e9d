"""The sender: takes letters from the outbox, each chat's in their order, and settles what became of them."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import structlog

from delivery.attempt import Attempt, broken
from delivery.lanes import Lanes
from delivery.mailbox import Mailbox
from delivery.settler import Settler
from delivery.speech import Speech, notice_speech, reply_speech
from services.fail_points import reach
from services.mail import Fate, Letter, LetterKind, Settlement, is_fast
from views.reply import ReplyLetter

FIRST_HEAD_START_SECONDS: Final = 1.0
LONGEST_QUEUE_SECONDS: Final = 5.0
CLAIMED_AT_ONCE: Final = 200
CHATS_AT_ONCE: Final = 500
FAST_AT_ONCE: Final = 50

_log = structlog.get_logger()


class Sender:
    """Sends letters; the one that it is handed at once and those that it finds waiting."""

    def __init__(self, mailbox: Mailbox, attempt: Attempt, poll_seconds: float) -> None:
        self._mailbox = mailbox
        self._attempt = attempt
        self._poll_seconds = poll_seconds
        self._lanes = Lanes(self._deliver, CHATS_AT_ONCE)
        self._fast = Lanes(self._deliver, FAST_AT_ONCE)
        self._settler = Settler(mailbox, self.take_over)
        self._held: dict[int, asyncio.Event] = {}
        self._before: dict[int, asyncio.Event] = {}
        self._stuck: set[int] = set()
        self._more = asyncio.Event()

    def in_hand(self) -> set[int]:
        """Ids of the letters that this sender will settle."""
        return set(self._held)

    def take_over(self, letters: Sequence[Letter]) -> None:
        """Takes letters of one transaction, already held by this worker.

        They leave one after another, so that a crash leaves at most one of them in doubt; but none waits
        longer than FIRST_HEAD_START_SECONDS for the one before.
        """
        before = None
        for letter in letters:
            before = self._put(letter, before)

    async def run(self) -> None:
        """Looks for waiting letters until cancelled."""
        knows_pauses = False
        while True:
            self._more.clear()
            try:
                if not knows_pauses:
                    await self._recall_pauses()
                    knows_pauses = True
                for letter in await self._mailbox.claim(CLAIMED_AT_ONCE):
                    reach("outbox.claimed")
                    self._put(letter)
            except Exception:
                _log.exception("outbox could not be read")
            with suppress(TimeoutError):
                async with asyncio.timeout(self._poll_seconds):
                    await self._more.wait()

    async def finish(self, seconds: float) -> None:
        """Sends what is in hand, at most for so long."""
        await self._fast.finish(seconds)
        await self._lanes.finish(seconds)
        await self._settler.finish(seconds)

    async def _recall_pauses(self) -> None:
        for chat_id, milliseconds in (await self._mailbox.standing_pauses()).items():
            until = time.monotonic() + milliseconds / 1000
            self._attempt.speaker.pace.halt(chat_id or None, until)

    def _put(self, letter: Letter, before: asyncio.Event | None = None) -> asyncio.Event:
        """Into its lane at once, or a later letter to the chat would overtake it; `before` is waited for.

        In a chat that is stuck, only one that was claimed is known to be the first.
        """
        if letter.id in self._held:
            return self._held[letter.id]
        lanes = self._fast if is_fast(letter.chat_id) else self._lanes
        if letter.claimed and not lanes.has(letter.chat_id):
            self._stuck.discard(letter.chat_id)
        settled = self._held[letter.id] = asyncio.Event()
        if before is not None:
            self._before[letter.id] = before
        lanes.put(letter.chat_id, letter)
        return settled

    async def _give_head_start(self, letter: Letter) -> None:
        before = self._before.pop(letter.id, None)
        if before is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(FIRST_HEAD_START_SECONDS):
                    await before.wait()

    async def _deliver(self, letter: Letter) -> None:
        try:
            await self._give_head_start(letter)
            settlement = await self._safely_attempted(letter)
            if settlement is not None:
                await self._settler.settle(settlement)
                self._after(settlement)
        except Exception:
            self._stuck.add(letter.chat_id)
            _log.exception("letter could not be settled", letter=letter.id)
        finally:
            self._held.pop(letter.id).set()

    def _after(self, settlement: Settlement) -> None:
        """A letter that waits holds back the rest of its chat; one that is done lets the next be claimed."""
        reach("outbox.marked")
        if settlement.fate is Fate.WAITING:
            self._stuck.add(settlement.letter.chat_id)
        elif settlement.letter.claimed:
            self._more.set()

    async def _safely_attempted(self, letter: Letter) -> Settlement | None:
        try:
            return await self._attempted(letter)
        except Exception:
            _log.exception("letter could not be handled", letter=letter.id)
            return broken(letter)

    async def _attempted(self, letter: Letter) -> Settlement | None:
        if letter.chat_id in self._stuck:
            return Settlement(letter, Fate.WAITING)
        wait = self._attempt.speaker.pace.next_free(letter.chat_id, time.monotonic())
        if wait > LONGEST_QUEUE_SECONDS:
            return Settlement(letter, Fate.WAITING, wait_ms=int(wait * 1000))
        if not await self._mailbox.holds(letter):
            return None
        speech = await self._speech(letter)
        if not speech.calls:
            return Settlement(letter, Fate.DONE, problem="nothing to say any more")
        settlement = await self._attempt.make(letter, speech)
        if settlement.fate is not Fate.DONE:
            _log.warning(
                "letter not sent", letter=letter.id, fate=settlement.fate, problem=settlement.problem
            )
        return settlement

    async def _speech(self, letter: Letter) -> Speech:
        if letter.kind is LetterKind.REPLY:
            return reply_speech(ReplyLetter.of_body(letter.body), letter.chat_id)
        rendered = await self._mailbox.render(letter)
        return notice_speech(rendered, letter.chat_id) if rendered else Speech()
