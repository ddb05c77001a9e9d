"""The webhook: a guarded door that answers 200 only for what is in the inbox."""

import asyncio
import hmac
from typing import Final

import orjson
import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.receiving import Receiver, raw_update, unreadable
from services.fail_points import reach
from storage.inbox import RawUpdate

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
MOST_BYTES: Final = 1_000_000
SLOWEST_SECONDS: Final = 10.0

_log = structlog.get_logger()


class Webhook:
    """Takes one update a request from whoever knows the secret."""

    def __init__(self, receiver: Receiver, secret: str) -> None:
        self._receiver = receiver
        self._secret = secret.encode()

    async def handle(self, request: web.Request) -> web.Response:
        """401 without the secret, 4xx for what cannot be read, 503 without the database, 200 once stored."""
        if not self._is_telegram(request.headers.getall(SECRET_HEADER, [])):
            return web.Response(status=401)
        try:
            async with asyncio.timeout(SLOWEST_SECONDS):
                body = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except web.RequestPayloadError:
            return web.Response(status=400)
        except TimeoutError:
            return web.Response(status=408)
        return await self._keep(body)

    def _is_telegram(self, secrets: list[str]) -> bool:
        """Whether the secret was shown, once; two headers are somebody's attempt to confuse."""
        given = "".join(secrets).encode("utf-8", "surrogateescape")
        return len(secrets) == 1 and hmac.compare_digest(given, self._secret)

    async def _keep(self, body: bytes) -> web.Response:
        try:
            await self._receiver.receive([_read(body)])
        except (SQLAlchemyError, OSError):
            _log.exception("update could not be stored")
            return web.Response(status=503, headers={"Retry-After": "5"})
        reach("inbox.acknowledged")
        return web.Response()


def _read(body: bytes) -> RawUpdate:
    try:
        return raw_update(orjson.loads(body), body)
    except orjson.JSONDecodeError:
        return unreadable(body)
