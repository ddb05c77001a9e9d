"""The one mouth of the bot: a method and its payload in, Telegram's own answer out."""

import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self
from urllib.parse import quote

from telegram import InputFile
from telegram.error import InvalidToken
from telegram.ext import ExtBot

from delivery.limiter import Answer, Limiter, Slot
from delivery.outcome import Ambiguous
from delivery.pace import Lane, Pace
from delivery.request import AiohttpRequest

# At DEBUG the library logs its base URL, hence the token, and every payload, hence people's words.
logging.getLogger("telegram").setLevel(logging.INFO)

TELEGRAM = "https://api.telegram.org/bot"


class Voice(ExtBot[Lane | Slot]):
    """python-telegram-bot's bot, asked below its typed methods.

    The library's limiter, files, request encoding and typed errors all apply. Only its typed arguments,
    defaults and answers are left out: the payload comes ready, and of the answer we keep one or two ids.
    """

    __slots__ = ()

    async def ask(self, method: str, payload: dict[str, object], turn: Lane | Slot) -> Answer:
        """Call this Bot API method (camelCase) and return `result` as Telegram wrote it."""
        data = self._merge_api_rl_kwargs(payload, turn) or payload
        return await self._do_post(method, data)

    def __repr__(self) -> str:
        """Name the bot without its token."""
        return "Voice()"


class Speaker:
    """Calls the Bot API through python-telegram-bot; use as `async with Speaker(token) as speaker`.

    CPU of one sendMessage with a keyboard, HTTP included (ratios hold, milliseconds do not): bare aiohttp
    0.35 ms, this way 0.40, `do_api_request` 0.46, typed `send_message` 0.80, the same over httpx 4.6.
    """

    def __init__(
        self,
        token: str,
        base_url: str = TELEGRAM,
        *,
        pace: Pace | None = None,
        request: AiohttpRequest | None = None,
        note_token: Callable[[bool], None] = lambda is_taken: None,
    ):
        """Prepare for the bot of this token; `base_url` ends in "/bot", as in python-telegram-bot.

        `note_token` is told after a call whether Telegram took the token.
        """
        self._note_token = note_token
        self._files_url = f"{base_url.removesuffix('/bot')}/file/bot{token}"
        self.pace = Pace() if pace is None else pace
        self._request = AiohttpRequest() if request is None else request
        self._voice = Voice(
            token,
            base_url=base_url,
            request=self._request,
            get_updates_request=self._request,  # never used; otherwise the library opens an httpx client
            rate_limiter=Limiter(self.pace),
        )

    async def __aenter__(self) -> Self:
        """Open the connections; asks Telegram nothing, so that the bot starts while Telegram is away."""
        await self._request.initialize()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections."""
        await self._request.shutdown()

    async def call(
        self,
        method: str,
        payload: Mapping[str, object],
        files: Mapping[str, tuple[str, bytes]] | None = None,
        *,
        turn: Lane | Slot = Lane.INTERACTIVE,
    ) -> Answer:
        """Call a Bot API method once and return its raw `result`.

        `files` maps a field, or a name used as `attach://name`, to a file name and its bytes. With a lane
        the call waits for its turn; with `Slot.TAKEN` the caller has asked `pace.next_free` and counted
        `pace.took` itself. Raises telegram.error.TelegramError; `delivery.outcome.judge` says what then.
        """
        body = dict(payload)
        for name, (filename, content) in (files or {}).items():
            body[name] = InputFile(content, filename=filename)
        try:
            answer = await self._voice.ask(method, body, turn)
        except InvalidToken:
            self._note_token(False)
            raise
        self._note_token(True)
        return answer

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file in Telegram's keeping, at most 20 MB.

        Raises telegram.error.TelegramError: BadRequest for what Telegram does not let us have, Ambiguous for
        a download that was cut short.
        """
        found = await self.call("getFile", {"file_id": file_id})
        if not isinstance(found, dict) or not found.get("file_path"):
            raise Ambiguous("the answer names no file")
        content = await self._request.retrieve(f"{self._files_url}/{quote(found['file_path'])}")
        if found.get("file_size", len(content)) != len(content):
            raise Ambiguous("the file was cut short")
        return content
