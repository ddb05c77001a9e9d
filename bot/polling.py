"""Long polling by one worker at a time: store, then confirm by asking for what comes after."""

import asyncio
import json
from typing import Any, Final

import aiohttp
import orjson
import structlog

from bot.condition import Condition
from bot.metrics import POLLS_REFUSED
from bot.receiving import KINDS, Receiver, raw_update
from bot.troubles import Trouble
from bot.vitals import Part
from services.fail_points import reach
from storage.workers import Duty

POLL_SECONDS: Final = 25
PATIENCE: Final = aiohttp.ClientTimeout(total=POLL_SECONDS + 15, sock_connect=10)
REST_SECONDS: Final = 2.0
LONGEST_REST_SECONDS: Final = 16.0
OF_POLLING: Final = (Trouble.CONFLICT, Trouble.WEBHOOK)

_log = structlog.get_logger()


class Poller:
    """Asks Telegram for updates, as long as that is this worker's duty."""

    def __init__(self, url: str, receiver: Receiver, duty: Duty, condition: Condition) -> None:
        self._url = f"{url}/getUpdates"
        self._receiver = receiver
        self._duty = duty
        self._vitals = condition.vitals
        self._troubles = condition.troubles
        self._rest = REST_SECONDS
        self._offset: int | None = None

    async def run(self) -> None:
        """Polls until cancelled; what goes wrong is tried again after a rest."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                try:
                    rest = await self._turn(session)
                except (aiohttp.ClientError, TimeoutError, ValueError) as error:
                    _log.warning("polling failed", error=type(error).__name__)
                    rest = REST_SECONDS
                except Exception:
                    _log.exception("updates could not be stored")
                    rest = REST_SECONDS
                if rest:
                    await asyncio.sleep(rest)

    async def _turn(self, session: aiohttp.ClientSession) -> float:
        """Polls once, or leaves that to the worker whose duty it is; returns for how long to rest."""
        self._vitals.is_listening = await self._duty.take()
        if self._vitals.is_listening:
            answer = await self._asked(session)
            if not answer.get("ok"):
                return self._refused(answer)
            await self._keep(answer["result"])
            self._went_well()
            return 0.0
        for trouble in OF_POLLING:
            self._troubles.forget(trouble)
        self._vitals.sign(Part.POLLING)
        return REST_SECONDS

    async def _asked(self, session: aiohttp.ClientSession) -> Any:
        asked = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": KINDS}
        if self._offset is not None:
            asked["offset"] = self._offset
        headers = {"Content-Type": "application/json"}
        async with session.post(self._url, data=orjson.dumps(asked), headers=headers) as response:
            return _read(await response.read())

    def _refused(self, answer: dict[str, Any]) -> float:
        """The longer Telegram refuses, the longer the rest."""
        code = answer.get("error_code")
        _log.warning("polling refused", code=code)
        POLLS_REFUSED.labels(code=code).inc()
        if trouble := trouble_of(answer):
            self._troubles.meet(trouble)
        rest, self._rest = self._rest, min(2 * self._rest, LONGEST_REST_SECONDS)
        return rest

    def _went_well(self) -> None:
        self._rest = REST_SECONDS
        self._vitals.sign(Part.POLLING)
        for trouble in (*OF_POLLING, Trouble.TOKEN):
            self._troubles.miss(trouble)

    async def _keep(self, updates: list[Any]) -> None:
        if updates:
            await self._receiver.receive([raw_update(update, _written(update)) for update in updates])
            self._offset = max(update["update_id"] for update in updates) + 1
            reach("inbox.acknowledged")


def trouble_of(answer: dict[str, Any]) -> Trouble | None:
    """What a refused poll means; None for what passes by itself."""
    match answer.get("error_code"):
        case 401 | 404:
            return Trouble.TOKEN
        case 409 if "webhook" in str(answer.get("description")).lower():
            return Trouble.WEBHOOK
        case 409:
            return Trouble.CONFLICT
    return None


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
