"""The bot's own HTTP server: the webhook if there is one, /healthz and /metrics."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot import metrics
from bot.condition import Condition
from bot.webhook import MOST_BYTES, Webhook
from storage.database import Database
from storage.health import Pulse, pulse

OLDEST_SECONDS: Final = 60.0
PATIENCE_SECONDS: Final = 5.0
WEBHOOK_PATH: Final = "/telegram"


class Health:
    """Answers whether the bot does its work, from what waits and what was done, not from being alive."""

    def __init__(self, database: Database, condition: Condition) -> None:
        self._database = database
        self._condition = condition

    async def healthz(self, _request: web.Request) -> web.Response:
        """200 if nothing waits for a minute and every part works, else 503; `red` names what is wrong."""
        try:
            taken = await self._pulse()
        except Exception as error:
            red = ["database", *self._condition.red()]
            body = {"ok": False, "red": red, "database": type(error).__name__}
            return web.json_response(body, status=503)
        waits: dict[str, float] = {"inbox": taken.inbox_age, "outbox": taken.outbox_age}
        red = [box for box, age in waits.items() if age >= OLDEST_SECONDS] + self._condition.red()
        ages = waits | {part.value: age for part, age in self._condition.vitals.ages().items()}
        seconds = {f"{name}_seconds": round(age, 1) for name, age in ages.items()}
        return web.json_response({"ok": not red, "red": red, **seconds}, status=503 if red else 200)

    async def metrics(self, _request: web.Request) -> web.Response:
        """Prometheus's text format; without the database, what it would tell stays as it was last."""
        with suppress(Exception):
            await self._pulse()
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _pulse(self) -> Pulse:
        async with asyncio.timeout(PATIENCE_SECONDS):
            taken = await self._database.run(pulse)
        metrics.INBOX_AGE.set(taken.inbox_age)
        metrics.OUTBOX_AGE.set(taken.outbox_age)
        metrics.DEAD.labels(box="inbox").set(taken.dead_updates)
        metrics.DEAD.labels(box="outbox").set(taken.dead_letters)
        for part, age in self._condition.vitals.ages().items():
            metrics.SILENCE.labels(part=part).set(age)
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
