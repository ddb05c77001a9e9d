"""Couples of buyer and seller at their phones: each does the next step when the last is answered."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from benchmarks.deal import Deed, Step

PATIENCE_SECONDS = 30.0
BUYERS, SELLERS = 10_000, 20_000
"""Ids of the first buyer and the first seller."""


class Silence(Exception):
    """The bot did not answer in time."""


class Phone:
    """One person's phone: counts what the bot said and what it should have said."""

    def __init__(self, person_id: int) -> None:
        self.id = person_id
        self.heard = 0
        self.expected = 0
        self._news = asyncio.Event()

    def hear(self) -> None:
        """The bot wrote or edited a message."""
        self.heard += 1
        self._news.set()

    async def settled(self) -> None:
        """Waits until everything expected was heard. Raises Silence."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while self.heard < self.expected:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise Silence(f"person {self.id} heard {self.heard} of {self.expected}") from None


@dataclass(slots=True)
class Pacemaker:
    """Lets at most `rate` deeds a second begin, evenly; None lets all."""

    rate: float | None
    _next: float = 0.0

    async def turn(self) -> None:
        """Waits for one's turn."""
        if self.rate is not None:
            now = time.perf_counter()
            self._next = max(self._next, now) + 1 / self.rate
            await asyncio.sleep(self._next - 1 / self.rate - now)


@dataclass(slots=True)
class Town:
    """All couples of one playground; `echoed` when the bot only echoes, with one button under everything."""

    session: aiohttp.ClientSession
    url: str
    echoed: bool
    phones: dict[int, Phone] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)

    async def play(self, script: Sequence[Step], couples: int, pacemaker: Pacemaker) -> None:
        """Every couple plays the script once, all side by side; seconds from deed to answer go to `waits`."""
        await asyncio.gather(*(self._couple(script, number, pacemaker) for number in range(couples)))

    async def listen(self) -> None:
        """Hands what happens on the phones to them, until cancelled."""
        cursor = (await self._get("/people"))["cursor"]
        while True:
            news = await self._get(f"/events?after={cursor}&timeout=10")
            cursor = news["cursor"]
            for event in news["events"]:
                phone = self.phones.get(event.get("chat_id"))
                if phone and event["type"] in ("message", "edited") and _says_something(event["message"]):
                    phone.hear()

    async def _couple(self, script: Sequence[Step], number: int, pacemaker: Pacemaker) -> None:
        buyer, seller = self.phones[BUYERS + number], self.phones[SELLERS + number]
        for step in script:
            actor, other = (buyer, seller) if step.is_buyer else (seller, buyer)
            await actor.settled()
            await pacemaker.turn()
            actor.expected += 1
            other.expected += step.tells and not self.echoed
            began = time.perf_counter()
            await self._act(actor, step, number)
            try:
                await actor.settled()
            except Silence as silence:
                raise Silence(f"{silence} after {step}: {await self._last_shown(actor)}") from None
            self.waits.append(time.perf_counter() - began)
        await other.settled()

    async def _act(self, actor: Phone, step: Step, number: int) -> None:
        words = step.words.format(goods=goods_of(number))
        if step.deed is Deed.TYPES:
            await self.post(f"/chats/{actor.id}/messages", {"text": words})
        else:
            await self.post(f"/chats/{actor.id}/presses", {"text": "Press" if self.echoed else words})

    async def _last_shown(self, actor: Phone) -> object:
        messages = (await self._get(f"/chats/{actor.id}?last=1"))["messages"]
        return [(shown.get("text") or shown.get("caption"), shown["keyboard"]) for shown in messages]

    async def post(self, path: str, body: dict[str, Any], method: str = "POST") -> None:
        """One deed by the actor API. Raises RuntimeError when it is refused."""
        async with self.session.request(method, f"{self.url}/playground{path}", json=body) as response:
            if response.status >= 400:
                raise RuntimeError(f"{path} {body}: {await response.text()}")

    async def _get(self, path: str) -> dict[str, Any]:
        async with self.session.get(f"{self.url}/playground{path}") as response:
            found: dict[str, Any] = await response.json()
            return found


def _says_something(message: dict[str, Any]) -> bool:
    """Whether it is an answer: taking the buttons from a card that is over answers nobody."""
    return bool(message["from_bot"] and message["keyboard"])


def goods_of(number: int) -> str:
    """What the couple of this number trades; no other couple's goods have all these words."""
    return f"steel bottle type{number}"


@asynccontextmanager
async def living_town(url: str, couples: int, *, echoed: bool = False) -> AsyncIterator[Town]:
    """The couples with their phones on, at a playground that keeps no log."""
    async with aiohttp.ClientSession() as session:
        town = Town(session, url, echoed)
        await town.post("/limits", {"log_size": 0}, "PUT")
        for number in range(couples):
            for person_id, code in ((BUYERS + number, "en"), (SELLERS + number, "zh-hans")):
                person = {"id": person_id, "first_name": f"P{person_id}", "language_code": code}
                await town.post("/people", person)
                town.phones[person_id] = Phone(person_id)
        listening = asyncio.create_task(town.listen())
        await asyncio.sleep(0)
        try:
            yield town
        finally:
            listening.cancel()
