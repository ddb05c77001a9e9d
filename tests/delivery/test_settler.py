"""A worker is told to stop while the database is slow to take what became of its letters."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from delivery.mailbox import Rendered
from delivery.settler import Settler
from services.mail import Fate, Letter, LetterKind, Settlement


@dataclass
class SlowMailbox:
    """Keeps settlements when the test lets it."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    kept: list[Settlement] = field(default_factory=list)

    async def claim(self, limit: int) -> Sequence[Letter]:
        return []

    async def holds(self, letter: Letter) -> bool:
        return True

    async def settle(self, settlements: Sequence[Settlement]) -> Sequence[Letter]:
        self.asked.set()
        await self.free.wait()
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
