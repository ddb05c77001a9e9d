"""A desk that answers each call with the next line of a script, or misbehaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Reply = Callable[[asyncio.StreamWriter], None]


@dataclass
class Desk:
    """What arrived, and what is answered: the first reply is used up, the last one stays."""

    replies: list[Reply]
    port: int = 0
    connections: int = 0
    heads: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while not writer.is_closing():
                await self._answer_one(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(line for line in head.splitlines() if line.lower().startswith("content-length"))
        self.heads.append(head)
        self.bodies.append(await reader.readexactly(int(length.split(":")[1])))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        reply(writer)


@asynccontextmanager
async def open_desk(*replies: Reply) -> AsyncIterator[Desk]:
    desk = Desk(list(replies))
    server = await asyncio.start_server(desk.serve, "127.0.0.1", 0)
    desk.port = server.sockets[0].getsockname()[1]
    try:
        yield desk
    finally:
        server.close()


def page(code: int, body: bytes) -> Reply:
    head = f"HTTP/1.1 {code} X\r\nContent-Length: {len(body)}\r\n\r\n"
    return lambda writer: writer.write(head.encode() + body)


def result(value: object) -> Reply:
    return page(200, json.dumps({"ok": True, "result": value}).encode())


def refusal(code: int, description: str, **parameters: int) -> Reply:
    answer = {"ok": False, "error_code": code, "description": description}
    return page(code, json.dumps(answer | ({"parameters": parameters} if parameters else {})).encode())


def silence(writer: asyncio.StreamWriter) -> None:
    """Take the request and never answer."""


def reset(writer: asyncio.StreamWriter) -> None:
    """Take the request and cut the line."""
    writer.transport.abort()
