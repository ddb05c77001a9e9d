"""Delivery by webhook: a queue for each sender, parallel connections, retries until the update is too old."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

import aiohttp

from playground.clock import Clock
from playground.log import Log
from playground.updates.box import UpdateBox
from playground.updates.update import Update
from playground.wire import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the header's name
LONGEST_PAUSE = 60
LONGEST_RETRY_AFTER = 3600
ANSWER_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Address:
    """Where updates go, as setWebhook said."""

    url: str
    secret: str | None = None
    max_connections: int = 40
    ip_address: str | None = None


@dataclass(slots=True)
class Webhook:
    """Posts a bot's updates to its address; updates of one queue follow one another."""

    address: Address
    box: UpdateBox
    clock: Clock
    log: Log
    last_error: tuple[int, str] | None = None
    _queues: dict[int, deque[Update]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _session: aiohttp.ClientSession | None = None
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    def start(self) -> None:
        """Begin with what is pending already."""
        self._places = asyncio.Semaphore(self.address.max_connections)
        connector = aiohttp.TCPConnector(limit=0, ssl=False)
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)
        self.box.listener = self.accept
        for update in list(self.box.pending):
            self.accept(update)

    async def stop(self) -> None:
        """End all deliveries; undelivered updates stay in the box."""
        self.box.listener = None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def accept(self, update: Update) -> None:
        """Queue an update behind those of its queue."""
        waiting = self._queues.get(update.queue)
        if waiting is not None:
            waiting.append(update)
            return
        self._queues[update.queue] = deque([update])
        task = asyncio.get_running_loop().create_task(self._drain(update.queue))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, number: int) -> None:
        waiting = self._queues[number]
        while waiting:
            if waiting[0] in self.box.pending:
                await self._deliver(waiting[0])
            self.box.remove(waiting.popleft())
        del self._queues[number]

    async def _deliver(self, update: Update) -> None:
        if update.copies > 1 and not update.echo_later:
            await asyncio.gather(*(self._insist(update) for _ in range(update.copies)))
            return
        for _ in range(update.copies):
            await self._insist(update)

    async def _insist(self, update: Update) -> None:
        pause = 0.0
        while update.expires > self.clock.now():
            asked = await self._post(update)
            if asked is None:
                return
            await asyncio.sleep(asked or pause)
            pause = min(pause + 2 if pause < 4 else pause * 2, LONGEST_PAUSE)

    async def _post(self, update: Update) -> float | None:
        async with self._places:
            entry = self.log.add({"type": "update", "via": "webhook", "body": update.body, "status": None})
            try:
                status, retry_after, body = await self._exchange(update)
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                entry["status"] = type(error).__name__
                self.last_error = (self.clock.date(), _connection_words(error))
                return 0.0
        entry["status"] = status
        if 200 <= status < 300:
            if b'"method"' in body:
                entry["warning"] = "a method in the webhook's answer is not emulated by the playground"
            return None
        self.last_error = (self.clock.date(), f"Wrong response from the webhook: {status}")
        return min(retry_after, LONGEST_RETRY_AFTER)

    async def _exchange(self, update: Update) -> tuple[int, float, bytes]:
        headers = {"Content-Type": "application/json"}
        if self.address.secret:
            headers[SECRET_HEADER] = self.address.secret
        if self._session is None:
            raise ConnectionError("the webhook is stopped")
        async with self._session.post(
            self.address.url, data=update.body, headers=headers, allow_redirects=False
        ) as response:
            retry_after = response.headers.get("Retry-After", "0")
            seconds = float(retry_after) if retry_after.isdigit() else 0.0
            return response.status, seconds, await response.read()

    def info(self) -> Json:
        """The part of WebhookInfo that delivery knows."""
        shown: Json = {"max_connections": self.address.max_connections}
        if self.address.ip_address:
            shown["ip_address"] = self.address.ip_address
        if self.last_error:
            shown["last_error_date"], shown["last_error_message"] = self.last_error
        return shown


def _connection_words(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection closed"
