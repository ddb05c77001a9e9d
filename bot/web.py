"""The bot's own HTTP server: the webhook if there is one, /healthz and /metrics."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot import metrics
from bot.webhook import MOST_BYTES, Webhook
from storage.database import Database
from storage.health import Pulse, pulse

OLDEST_SECONDS: Final = 60.0
PATIENCE_SECONDS: Final = 5.0
WEBHOOK_PATH: Final = "/telegram"


class Health:
    """Answers whether the bot does its work, from the age of what waits, not from being alive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def healthz(self, _request: web.Request) -> web.Response:
        """200 if nothing waits for more than a minute, else 503; the body says what."""
        try:
            taken = await asyncio.wait_for(self._pulse(), PATIENCE_SECONDS)
        except Exception as error:
            return web.json_response({"ok": False, "database": type(error).__name__}, status=503)
        ok = max(taken.inbox_age, taken.outbox_age) < OLDEST_SECONDS
        body = {"ok": ok, "inbox_seconds": taken.inbox_age, "outbox_seconds": taken.outbox_age}
        return web.json_response(body, status=200 if ok else 503)

    async def metrics(self, _request: web.Request) -> web.Response:
        """Prometheus's text format."""
        await self._pulse()
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _pulse(self) -> Pulse:
        taken = await self._database.run(pulse)
        metrics.INBOX_AGE.set(taken.inbox_age)
        metrics.OUTBOX_AGE.set(taken.outbox_age)
        metrics.DEAD.labels(box="inbox").set(taken.dead_updates)
        metrics.DEAD.labels(box="outbox").set(taken.dead_letters)
        return taken


@asynccontextmanager
async def serving(port: int, health: Health, webhook: Webhook | None) -> AsyncIterator[int]:
    """Serves until the end of the block; yields the port, which is chosen by the system for 0."""
    app = web.Application(client_max_size=MOST_BYTES)
    app.router.add_get("/healthz", health.healthz)
    app.router.add_get("/metrics", health.metrics)
    if webhook is not None:
        app.router.add_post(WEBHOOK_PATH, webhook.handle)
    runner = web.AppRunner(app, access_log=None, handle_signals=False)
    await runner.setup()
    # A free port is another one for each address family, so only one family is asked for it.
    site = web.TCPSite(runner, host=None if port else "127.0.0.1", port=port)
    await site.start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
