"""A running playground with Ann, who has pressed Start, and short ways to ask it for things."""

from dataclasses import dataclass
from typing import Any

import aiohttp

from playground.server import Playground

TOKEN = "42:test"
ANN = 1001
BORIS = 1002


@dataclass
class Stand:
    """Speaks the Bot API as the bot, and the actor API as people."""

    playground: Playground
    session: aiohttp.ClientSession

    @property
    def url(self) -> str:
        """The playground's address."""
        return self.playground.url

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a Bot API call that must succeed."""
        answer = await self.answer(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        """The description of a Bot API call that must fail."""
        answer = await self.answer(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def answer(self, method: str, **params: Any) -> Any:
        """Whatever the Bot API answers."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=params) as response:
            return await response.json()

    async def send(self, text: str = "Good day", **params: Any) -> Any:
        """The message of a sendMessage to Ann."""
        return await self.call("sendMessage", chat_id=ANN, text=text, **params)

    async def act(self, verb: str, path: str, **values: Any) -> Any:
        """The answer of the actor API to a deed that must succeed."""
        status, answer = await self.try_act(verb, path, **values)
        assert status == 200, answer
        return answer

    async def try_act(self, verb: str, path: str, **values: Any) -> tuple[int, Any]:
        """Status and answer of the actor API."""
        address = f"{self.url}/playground{path}"
        async with self.session.request(verb, address, json=values) as response:
            return response.status, await response.json()

    async def say(self, text: str, chat_id: int = ANN, **values: Any) -> Any:
        """A person's message."""
        return await self.act("POST", f"/chats/{chat_id}/messages", text=text, **values)

    async def press(self, chat_id: int = ANN, **values: Any) -> Any:
        """A person's press of a button."""
        return await self.act("POST", f"/chats/{chat_id}/presses", **values)

    async def updates(self) -> list[Any]:
        """All new updates, confirmed at once."""
        found: list[Any] = await self.call("getUpdates")
        if found:
            await self.call("getUpdates", offset=found[-1]["update_id"] + 1)
        return found

    async def next_update(self) -> Any:
        """The next update, waited for and confirmed."""
        (update,) = await self.call("getUpdates", timeout=10, limit=1)
        await self.call("getUpdates", offset=update["update_id"] + 1)
        return update

    async def fault(self, kind: str, **rule: Any) -> None:
        """Dials one fault."""
        await self.act("PUT", "/faults", rules=[{"kind": kind, **rule}])

    async def shown(self, chat_id: int = ANN) -> list[Any]:
        """The messages that a phone shows."""
        chat = await self.act("GET", f"/chats/{chat_id}")
        return list(chat["messages"])


def buttons(*words: str, **more: Any) -> dict[str, Any]:
    """An inline keyboard of one row; each button's data is its words."""
    return {"inline_keyboard": [[{"text": word, "callback_data": word, **more} for word in words]]}
