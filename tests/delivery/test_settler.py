"""What became of letters is written, however slow the database and whatever is wrong with one of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from delivery.mailbox import Rendered
from delivery.settler import Settler
from services.mail import Fate, Letter, LetterKind, Settlement


@dataclass
class SlowMailbox:
    """Keeps settlements when the test lets it."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    kept: list[Settlement] = field(default_factory=list)
    refused: Settlement | None = None

    async def claim(self, limit: int) -> Sequence[Letter]:
        return []

    async def holds(self, letter: Letter) -> bool:
        return True

    async def settle(self, settlements: Sequence[Settlement]) -> Sequence[Letter]:
        self.asked.set()
        await self.free.wait()
        if self.refused in settlements:
            raise ValueError
        self.kept.extend(settlements)
        return []

    async def render(self, letter: Letter) -> Rendered | None:
        return None

    async def standing_pauses(self) -> dict[int, int]:
        return {}


async def test_a_worker_that_stops_writes_first_what_became_of_its_letters() -> None:
    mailbox = SlowMailbox()
    settler = Settler(mailbox, lambda _: None)
    settlement = Settlement(Letter(1, 9001, LetterKind.REPLY, {}), Fate.DONE)
    settling = asyncio.create_task(settler.settle(settlement))
    await mailbox.asked.wait()

    stopping = asyncio.create_task(settler.finish(seconds=30))
    await asyncio.sleep(0)
    mailbox.free.set()
    await asyncio.gather(stopping, settling)

    assert mailbox.kept == [settlement]


async def test_a_letter_that_cannot_be_settled_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("delivery.settler.REST_SECONDS", 0.01)
    mailbox = SlowMailbox()
    mailbox.free.set()
    settler = Settler(mailbox, lambda _: None)
    settlements = [Settlement(Letter(each, each, LetterKind.REPLY, {}), Fate.DONE) for each in range(6)]
    mailbox.refused = settlements[2]

    settling = [asyncio.create_task(settler.settle(each)) for each in settlements]
    done, stuck = await asyncio.wait(settling, timeout=0.3)
    mailbox.refused = None
    await asyncio.wait(stuck, timeout=0.3)

    assert (len(done), [each.letter.id for each in mailbox.kept]) == (5, [0, 1, 3, 4, 5, 2])
