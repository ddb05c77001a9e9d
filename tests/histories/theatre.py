"""The whole bot on the playground for one history: what people, the clock and the network may do."""

import asyncio
import time
from contextlib import AsyncExitStack
from typing import Any, Final

import aiohttp
from sqlalchemy import func, select, update

from bot.house import Parts
from bot.running import at_work
from bot.settings import Settings
from playground.server import playground_server
from storage.database import Connection, Database, open_database
from storage.doctor import examine
from storage.tables.claims import claims
from storage.tables.money import payment_holds
from storage.tables.post import WAITING, inbox, outbox
from storage.tables.trade import negotiations, orders
from tests.conversations.conftest import PEOPLE, TOKEN
from tests.histories.paid import misstated, unsound
from tests.histories.relayed import misdirected, outdated_freight, unsaid
from tests.histories.replayed import not_replayed
from tests.histories.shown import misread

PATIENCE_SECONDS: Final = 90.0
HOSTILE: Final = "<b>5 &lt; 6</b> {count} %(x)s"
HOUR_MS: Final = 3_600_000
MOMENTS: Final = ("expires_at", "warns_at", "cancel_until", "funded_at", "since", "until")
FAULTS: Final = {
    "too many": {"kind": "too_many", "method": "*", "seconds": 1, "count": 1},
    "bad gateway": {"kind": "error", "method": "*", "code": 502, "description": "Bad Gateway", "count": 1},
    "reset before": {"kind": "reset", "method": "*", "when": "before", "count": 1},
    "reset after": {"kind": "reset", "method": "send*", "when": "after", "count": 1},
    "twice": {"kind": "duplicate", "copies": 3, "count": 1},
    "twice later": {"kind": "duplicate", "copies": 2, "later": True, "count": 1},
}


class Theatre:
    """One market from its opening to its end; every deed returns when all has come to rest."""

    def __init__(self, database_url: str, files: str) -> None:
        self._settings_of: dict[str, Any] = {"database_url": database_url, "files_url": files}
        self._stack = AsyncExitStack()
        self._bot = AsyncExitStack()
        self._bills: dict[int, list[int]] = {int(person["id"]): [] for person in PEOPLE}
        self.buttons: dict[int, list[tuple[int, str]]] = {int(person["id"]): [] for person in PEOPLE}

    async def open(self, *invitations: str) -> None:
        """The bot starts; the buyer, the seller and another seller come in."""
        playground = await self._stack.enter_async_context(playground_server([TOKEN]))
        self._session = await self._stack.enter_async_context(aiohttp.ClientSession())
        self._url = playground.url
        self._world = playground.world
        for person in PEOPLE:
            await self._call("POST", "/people", person)
        self._database: Database = await self._stack.enter_async_context(
            open_database(self._settings_of["database_url"])
        )
        await self._start()
        greetings = ("/start", *(f"/start {invitation}" for invitation in invitations))
        for person, words in zip(PEOPLE, greetings, strict=True):
            await self.types(int(person["id"]), words)

    async def close(self) -> None:
        """The end."""
        await self._bot.aclose()
        await self._stack.aclose()

    async def types(self, person: int, words: str, reply_to: int | None = None) -> None:
        """Somebody writes, perhaps in reply to a message."""
        said = {"text": words, **({"reply_to": reply_to} if reply_to else {})}
        await self._call("POST", f"/chats/{person}/messages", said)
        await self._rest()

    async def sends(self, person: int, kind: str, reply_to: int) -> None:
        """Somebody sends a picture, several, or a place, in reply to a message."""
        said: dict[str, Any] = {"reply_to": reply_to, "caption": HOSTILE, "generate": 2}
        place = {"latitude": 29.87, "longitude": 121.54, "reply_to": reply_to}
        await self._call("POST", f"/chats/{person}/{kind}s", place if kind == "location" else said)
        await self._rest()

    async def edits(self, person: int, back: int, words: str) -> None:
        """Somebody writes other words in place of some that he wrote."""
        chat = await self._call("GET", f"/chats/{person}?last=30")
        own = [each["message_id"] for each in chat["messages"] if not each["from_bot"] and each.get("text")]
        if own:
            message_id = own[-1 - min(back, len(own) - 1)]
            await self._call("PATCH", f"/chats/{person}/messages/{message_id}", {"text": words})
            await self._rest()

    async def leaves(self, person: int, *, gone: bool) -> None:
        """Somebody blocks the bot, or comes back."""
        await self._call("PATCH", f"/people/{person}", {"blocked": gone})
        if not gone:
            await self.types(person, "/start")
        await self._rest()

    async def presses(self, person: int, message_id: int, data: str) -> None:
        """Somebody presses a button that he was ever shown."""
        await self._call("POST", f"/chats/{person}/presses", {"message_id": message_id, "data": data})
        await self._rest()

    async def presses_words(self, person: int, words: str) -> None:
        """Somebody presses the newest button with these words."""
        await self._call("POST", f"/chats/{person}/presses", {"text": words})
        await self._rest()

    async def waits(self, hours: int) -> None:
        """Time passes: all that is open comes so much nearer to its end, and the clock does what is due."""
        for table in (negotiations, orders, claims, payment_holds):
            ends = [column for column in table.c if column.name in MOMENTS]
            nearer = update(table).values({column: column - hours * HOUR_MS for column in ends})
            await self._database.run(lambda c, n=nearer: c.execute(n))
        await self._parts.clock.do_due()
        await self._rest()

    async def pays(self, person: int, back: int = 0) -> None:
        """Somebody pays the newest bill he ever got, or one so many before it, as often as he likes."""
        if bills := self._bills[person]:
            bill = {"message_id": bills[-1 - min(back, len(bills) - 1)]}
            await self._call("POST", f"/chats/{person}/payments", bill)
            await self._rest()

    async def suffers(self, fault: str) -> None:
        """The next matching call or update meets a fault."""
        await self._call("PUT", "/faults", {"rules": [FAULTS[fault]]})

    async def restarts(self) -> None:
        """The bot is stopped and started again."""
        await self._bot.aclose()
        await self._start()
        await self._rest()

    async def ailments(self) -> list[str]:
        """What the doctor finds, what people would misread, and records that lead elsewhere than to today."""
        findings = await examine(self._database)
        found = [f"{each.invariant} {each.says}{each.sample}" for each in findings if each.rows]
        texts = {
            (person, message["message_id"]): message.get("html") or ""
            for person in self.buttons
            for message in (await self._call("GET", f"/chats/{person}?last=30"))["messages"]
        }
        for compare in (misread, misstated):
            found += await self._database.run(lambda connection, c=compare: c(connection, texts))
        for check in (not_replayed, misdirected, unsaid, outdated_freight, unsound):
            found += await self._database.run(check)
        return found

    async def refused_markup(self) -> list[str]:
        """What Telegram could not read as we meant it (I33)."""
        log = await self._call("GET", "/log?type=request&method=*")
        return [
            str(each["outcome"]) for each in log["entries"] if "parse entities" in str(each.get("outcome"))
        ]

    async def _start(self) -> None:
        settings = Settings(
            _env_file=None,
            bot_token=TOKEN,
            telegram_api_url=self._url,
            port=0,
            operator_ids=frozenset({int(PEOPLE[2]["id"])}),
            payment_provider_token="1:TEST:x",
            **self._settings_of,
        )
        self._bot = AsyncExitStack()
        self._parts: Parts = await self._bot.enter_async_context(at_work(settings))

    async def _rest(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while not await self._is_at_rest():
            assert time.monotonic() < until, "the bot does not come to rest"
            await asyncio.sleep(0.01)
        for person in self.buttons:
            self._note(person, await self._call("GET", f"/chats/{person}?last=4"))

    async def _is_at_rest(self) -> bool:
        if (await self._call("GET", "/updates"))["pending"]:
            return False
        return not await self._database.run(_waiting)

    def _note(self, person: int, chat: dict[str, Any]) -> None:
        known = self.buttons[person]
        for message in chat["messages"]:
            if message.get("invoice") and message["message_id"] not in self._bills[person]:
                self._bills[person].append(message["message_id"])
            for row in message.get("keyboard") or []:
                for button in row:
                    shown = (message["message_id"], button.get("callback_data", ""))
                    if shown[1] and shown not in known:
                        known.append(shown)

    async def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        async with self._session.request(method, f"{self._url}/playground{path}", json=body) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status < 400, f"{method} {path} {body}: {answer}"
            return answer


async def _waiting(connection: Connection) -> int:
    counts = (
        select(func.count()).select_from(box).where(box.c.status == WAITING).scalar_subquery()
        for box in (inbox, outbox)
    )
    row = tuple((await connection.execute(select(*counts))).one())
    return sum(row)
