"""The HTTP server: Bot API, files, actor API and web page behind one address."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from playground import api, downloads, pages, stage
from playground.world import World

LARGEST_BODY = 64 << 20
DEFAULT_NAME = "Yijia 议价"
DEFAULT_USERNAME = "yijia_bot"


@dataclass(frozen=True, slots=True)
class Settings:
    """What to serve and where; port 0 takes a free one."""

    tokens: Sequence[str]
    host: str = "127.0.0.1"
    port: int = 0
    bot_name: str = DEFAULT_NAME
    bot_username: str = DEFAULT_USERNAME


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground: its address without a slash at the end, and its world."""

    url: str
    world: World


def build(settings: Settings) -> World:
    """A world with a bot for each token; the second bot's username ends in _2 and so on."""
    world = World()
    for number, token in enumerate(settings.tokens, start=1):
        suffix = "" if number == 1 else f"_{number}"
        stem = settings.bot_username.removesuffix("_bot")
        username = f"{stem}{suffix}_bot" if suffix else settings.bot_username
        world.add_bot(token, settings.bot_name, username)
    return world


async def dispatch(world: World, request: web.BaseRequest) -> web.StreamResponse:
    """Send a request to the part that answers it."""
    path = request.path
    if path.startswith("/bot"):
        return await api.answer(world, request)
    if path.startswith("/file/bot"):
        return downloads.answer(world, path)
    if path.startswith("/playground/files/"):
        return pages.sent_file(world, path.removeprefix("/playground/files/"))
    if path.startswith("/playground/"):
        return await stage.answer(world, request)
    return pages.page(path) if path == "/" or path.startswith("/web/") else pages.missing()


@asynccontextmanager
async def serve(settings: Settings) -> AsyncIterator[Playground]:
    """Serve until the block ends."""
    world = build(settings)
    runner = web.ServerRunner(_server(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, settings.host, settings.port)
    await site.start()
    try:
        host, port = runner.addresses[0][:2]
        yield Playground(f"http://{host}:{port}", world)
    finally:
        await world.close()
        await runner.cleanup()


def playground_server(tokens: Sequence[str], **settings: Any) -> AbstractAsyncContextManager[Playground]:
    """A playground for tests: `async with playground_server(["42:test"]) as playground`."""
    return serve(Settings(tokens, **settings))


def _server(world: World) -> web.Server:
    loop = asyncio.get_running_loop()

    def request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
        return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY)

    def handler(request: web.BaseRequest) -> Awaitable[web.StreamResponse]:
        return dispatch(world, request)

    return web.Server(handler, request_factory=request)
