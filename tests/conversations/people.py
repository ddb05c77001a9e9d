"""People with a phone: they type, press buttons by the words on them, and read what the bot shows."""

import asyncio
import re
import time
from dataclasses import dataclass
from typing import Any, Self

import aiohttp

PATIENCE_SECONDS = 200.0
ATTACHMENTS = (
    "photo",
    "voice",
    "video",
    "video_note",
    "audio",
    "animation",
    "document",
    "sticker",
    "location",
)


@dataclass(frozen=True)
class Shown:
    """A message as it stands in a chat."""

    id: int
    text: str
    buttons: tuple[str, ...]
    has_photo: bool
    attachment: str = ""
    reply_to: int | None = None

    @classmethod
    def of(cls, message: dict[str, Any]) -> Self:
        """A message of the actor API."""
        rows = message.get("keyboard") or []
        return cls(
            id=message["message_id"],
            text=message.get("text") or message.get("caption") or "",
            buttons=tuple(button["text"] for row in rows for button in row),
            has_photo=bool(message.get("photo")),
            attachment=next((kind for kind in ATTACHMENTS if message.get(kind)), ""),
            reply_to=message.get("reply_to"),
        )


class Phone:
    """One person's chat with the bot, over HTTP."""

    def __init__(self, session: aiohttp.ClientSession, url: str, person_id: int) -> None:
        self._session = session
        self._url = f"{url}/playground"
        self.id = person_id

    async def types(self, text: str, *, reply_to: int | None = None) -> int:
        """Writes to the bot, perhaps in reply to one of its messages; returns the message's id."""
        said = {"text": text, **({"reply_to": reply_to} if reply_to else {})}
        message = await self._post(f"/chats/{self.id}/messages", said)
        return int(message["message_id"])

    async def sends(self, kind: str, **about: Any) -> int:
        """Sends a file of this kind, a location or an album, e.g. caption="…", reply_to=7; returns its id."""
        said = {"latitude": 29.87, "longitude": 121.54} if kind == "location" else {"generate": 1}
        sent = await self._post(f"/chats/{self.id}/{kind}s", {**said, **about})
        return int((sent[0] if isinstance(sent, list) else sent)["message_id"])

    async def sends_file(self, name: str, content: bytes) -> int:
        """Sends a document of this content; returns its id."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", content, filename=name)
        async with self._session.post(f"{self._url}/chats/{self.id}/documents", data=form) as response:
            sent: dict[str, Any] = await response.json()
            assert response.status < 400, sent
            return int(sent["message_id"])

    async def edits(self, message_id: int, text: str) -> None:
        """Writes other words in place of those of an own message."""
        await self._post(f"/chats/{self.id}/messages/{message_id}", {"text": text}, verb="PATCH")

    async def finds(self, attachment: str, count: int = 1) -> list[Shown]:
        """Waits until so many messages of the bot carry this, and returns them."""
        until = time.monotonic() + PATIENCE_SECONDS
        while len(found := [shown for shown in await self.chat() if shown.attachment == attachment]) < count:
            assert time.monotonic() < until, f"{len(found)} of {count} messages with a {attachment}"
            await asyncio.sleep(0.03)
        return found

    async def presses(self, words: str, *, on: int | None = None) -> str:
        """Presses the newest button with these words (or that of message `on`); returns the toast.

        One that is not there yet is waited for: a press may be answered before its card has changed.
        """
        began = await self._pressed({"text": words, **({"message_id": on} if on else {})})
        answer = await self._get(f"/presses/{began['id']}?timeout={PATIENCE_SECONDS:.0f}")
        assert answer["answered"], f"nobody answered the press of {words!r}"
        return answer.get("text") or ""

    async def sees(self, *fragments: str) -> Shown:
        """Waits until the newest message that holds all fragments is there, and returns it."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            for shown in reversed(await self.chat()):
                if all(re.search(re.escape(part), shown.text, re.IGNORECASE) for part in fragments):
                    return shown
            await asyncio.sleep(0.03)
        seen = "\n---\n".join(f"{shown.text}\n{shown.buttons}" for shown in (await self.chat())[-3:])
        raise AssertionError(f"{fragments} never appeared; the chat ends:\n{seen}")

    async def reads(self, message_id: int, *fragments: str) -> Shown:
        """Waits until this message holds all fragments, and returns it."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            shown = next(shown for shown in await self.chat() if shown.id == message_id)
            if all(part in shown.text for part in fragments):
                return shown
            assert time.monotonic() < until, f"{fragments} never appeared on:\n{shown.text}"
            await asyncio.sleep(0.03)

    async def gets_bill(self, count: int = 1) -> dict[str, Any]:
        """Waits until so many bills of the bot are there, and returns the newest: Telegram's invoice."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            chat = await self._get(f"/chats/{self.id}")
            bills = [message for message in chat["messages"] if message.get("invoice")]
            if len(bills) >= count:
                return {**bills[-1]["invoice"], "id": bills[-1]["message_id"]}
            assert time.monotonic() < until, f"{len(bills)} of {count} bills"
            await asyncio.sleep(0.03)

    async def pays(self, bill: dict[str, Any]) -> dict[str, Any]:
        """Pays a bill by card; returns Telegram's answer: ok, or the bot's reason why not."""
        answer: dict[str, Any] = await self._post(f"/chats/{self.id}/payments", {"message_id": bill["id"]})
        return answer

    async def deletes(self, message_id: int) -> None:
        """Takes a message away from the chat."""
        url = f"{self._url}/chats/{self.id}/messages/{message_id}"
        async with self._session.delete(url) as response:
            assert response.status < 400, await response.text()

    async def chat(self) -> list[Shown]:
        """The bot's messages as they stand, oldest first."""
        chat = await self._get(f"/chats/{self.id}")
        return [Shown.of(message) for message in chat["messages"] if message["from_bot"]]

    async def _pressed(self, press: dict[str, Any]) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            async with self._session.post(f"{self._url}/chats/{self.id}/presses", json=press) as response:
                began: dict[str, Any] = await response.json()
            if response.status < 400:
                return began
            assert time.monotonic() < until, f"{press}: {began}"
            await asyncio.sleep(0.03)

    async def _post(self, path: str, body: dict[str, Any], verb: str = "POST") -> Any:
        async with self._session.request(verb, self._url + path, json=body) as response:
            answer: Any = await response.json()
            assert response.status < 400, f"{path} {body}: {answer}"
            return answer

    async def _get(self, path: str) -> dict[str, Any]:
        async with self._session.get(self._url + path) as response:
            answer: dict[str, Any] = await response.json()
            return answer
