"""What the sender makes of letters that it is handed, while others of the chat wait."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from delivery.attempt import Attempt
from delivery.mailbox import Rendered
from delivery.pace import Pace
from delivery.sender import Sender
from delivery.speech import Speech
from services.mail import Fate, Letter, LetterKind, Settlement
from views.markup import Html
from views.reply import ReplyLetter
from views.screen import Screen

BODY = ReplyLetter(Screen(Html("hello"))).to_body()


@dataclass
class Shelf:
    """A mailbox that gives out what the test puts on it."""

    waiting: list[Letter] = field(default_factory=list)
    settled: list[tuple[int, Fate]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def has_settled(self, count: int) -> None:
        while len(self.settled) < count:
            await self.news.wait()
            self.news.clear()

    async def claim(self, limit: int) -> Sequence[Letter]:
        claimed, self.waiting = self.waiting, []
        return [replace(letter, claimed=True) for letter in claimed]

    async def holds(self, letter: Letter) -> bool:
        return True

    async def settle(self, settlements: Sequence[Settlement]) -> Sequence[Letter]:
        self.settled += [(each.letter.id, each.fate) for each in settlements]
        self.news.set()
        return []

    async def render(self, letter: Letter) -> Rendered | None:
        return None

    async def standing_pauses(self) -> dict[int, int]:
        return {}


@dataclass
class Moody:
    """Attempts that fail the first time; it has a speaker because the sender asks that for the pace."""

    made: list[int] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)

    @property
    def speaker(self) -> "Moody":
        return self

    async def make(self, letter: Letter, speech: Speech) -> Settlement:
        self.made.append(letter.id)
        return Settlement(letter, Fate.DONE if len(self.made) > 1 else Fate.WAITING)


async def test_a_letter_handed_over_does_not_overtake_one_that_just_failed() -> None:
    shelf, moody = Shelf(), Moody()
    sender = Sender(shelf, cast(Attempt, moody), poll_seconds=0.01)
    first, second = (Letter(number, 9001, LetterKind.REPLY, BODY) for number in (1, 2))

    for letter in (first, second):
        sender.take_over([letter])
        await sender.finish(seconds=1)
    shelf.waiting = [first, second]
    running = asyncio.create_task(sender.run())
    await shelf.has_settled(4)
    running.cancel()

    assert moody.made == [1, 1, 2]
    assert shelf.settled == [(1, "waiting"), (2, "waiting"), (1, "done"), (2, "done")]


@pytest.mark.parametrize("turns", range(8))
async def test_a_sender_told_to_stop_as_it_learns_of_more_letters_stops(turns: int) -> None:
    shelf = Shelf([Letter(1, 9001, LetterKind.REPLY, BODY)])
    sender = Sender(shelf, cast(Attempt, Moody([0])), poll_seconds=1)
    running = asyncio.create_task(sender.run())
    await shelf.has_settled(1)

    for _ in range(turns):
        await asyncio.sleep(0)
    running.cancel()

    done, _ = await asyncio.wait({running}, timeout=20)
    assert done == {running}
