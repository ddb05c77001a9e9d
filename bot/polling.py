"""Long polling by one worker at a time: store, then confirm by asking for what comes after."""

import asyncio
import json
from typing import Any, Final

import aiohttp
import orjson
import structlog

from bot.receiving import KINDS, Receiver, raw_update
from services.fail_points import reach
from storage.workers import Duty

POLL_SECONDS: Final = 25
PATIENCE: Final = aiohttp.ClientTimeout(total=POLL_SECONDS + 15, sock_connect=10)
REST_SECONDS: Final = 2.0

_log = structlog.get_logger()


class Poller:
    """Asks Telegram for updates, as long as that is this worker's duty."""

    def __init__(self, url: str, receiver: Receiver, duty: Duty) -> None:
        self._url = f"{url}/getUpdates"
        self._receiver = receiver
        self._duty = duty
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls until cancelled; what goes wrong is tried again after a rest."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                try:
                    if await self._duty.take():
                        await self._poll(session)
                    else:
                        await asyncio.sleep(REST_SECONDS)
                except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                    _log.warning("polling failed", error=type(error).__name__)
                    await asyncio.sleep(REST_SECONDS)
                except Exception:
                    _log.exception("updates could not be stored")
                    await asyncio.sleep(REST_SECONDS)

    async def _poll(self, session: aiohttp.ClientSession) -> None:
        asked = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": KINDS}
        if self._offset is not None:
            asked["offset"] = self._offset
        headers = {"Content-Type": "application/json"}
        async with session.post(self._url, data=orjson.dumps(asked), headers=headers) as response:
            answer = _read(await response.read())
        if not answer.get("ok"):
            _log.warning("polling refused", code=answer.get("error_code"))
            await asyncio.sleep(REST_SECONDS)
            return
        await self._keep(answer["result"])

    async def _keep(self, updates: list[Any]) -> None:
        if updates:
            await self._receiver.receive([raw_update(update, _written(update)) for update in updates])
            self._offset = max(update["update_id"] for update in updates) + 1
            reach("inbox.acknowledged")


def _read(body: bytes) -> Any:
    """An answer; one update with text that is no text must not keep out the others."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return json.loads(body)


def _written(update: Any) -> bytes:
    try:
        return orjson.dumps(update)
    except orjson.JSONEncodeError:
        return json.dumps(update).encode()
