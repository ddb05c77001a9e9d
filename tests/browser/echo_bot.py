"""A small bot that answers over the Bot API; the page is tested against it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession

OFFER = [
    [
        {"text": "Accept", "callback_data": "accept", "style": "success"},
        {"text": "Ask", "callback_data": "ask"},
    ]
]


class EchoBot:
    """Repeats words, greets with buttons, and answers presses with a toast (accept) or an alert (ask)."""

    def __init__(self, session: ClientSession, address: str) -> None:
        self._session = session
        self._address = address
        self.heard: list[dict[str, Any]] = []

    async def call(self, method: str, **params: Any) -> Any:
        """One method of the Bot API; AssertionError with the description when it is refused."""
        async with self._session.post(f"{self._address}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                self.heard.append(update)
                await self._answer(update)

    async def _answer(self, update: Mapping[str, Any]) -> None:
        if press := update.get("callback_query"):
            is_question = press["data"] == "ask"
            words = "What do you want to know?" if is_question else "Accepted"
            await self.call(
                "answerCallbackQuery", callback_query_id=press["id"], text=words, show_alert=is_question
            )
        elif message := update.get("message"):
            await self._say(message)

    async def _say(self, message: Mapping[str, Any]) -> None:
        chat = message["chat"]["id"]
        if message.get("text") == "/start":
            markup = {"inline_keyboard": OFFER}
            words = "<b>Offer 1</b>: 500 pcs at <code>$2.35</code>"
            await self.call("sendMessage", chat_id=chat, text=words, parse_mode="HTML", reply_markup=markup)
        elif "photo" in message:
            photo = message["photo"][-1]["file_id"]
            await self.call("sendPhoto", chat_id=chat, photo=photo, caption="Your picture")
        else:
            await self.call("sendMessage", chat_id=chat, text=f"You said {message.get('text')}")


@asynccontextmanager
async def echo_bot(address: str) -> AsyncIterator[EchoBot]:
    """The bot at work; `address` is that of its Bot API, with its token."""
    async with ClientSession() as session:
        bot = EchoBot(session, address)
        work = asyncio.create_task(bot.run())
        yield bot
        work.cancel()
