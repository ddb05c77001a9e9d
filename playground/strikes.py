"""Lets a dialled fault strike a request: refuse it, slow it down or cut its connection."""

import asyncio
import socket
import struct

from aiohttp import web

from playground.faults import Fault
from playground.wire import BotApiError, too_many_requests

NO_LINGER = struct.pack("ii", 1, 0)
WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


async def strike(fault: Fault, request: web.BaseRequest) -> None:
    """Do to the request what the fault says; returns only when the fault merely slows."""
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    elif fault.kind == "too_many":
        raise too_many_requests(max(1, round(fault.seconds)))
    elif fault.kind == "error":
        raise BotApiError(fault.code, fault.description or WORDS.get(fault.code, "Internal Server Error"))
    else:
        _reset(request)


def _reset(request: web.BaseRequest) -> None:
    transport = request.transport
    if transport is not None:
        connection: socket.socket = transport.get_extra_info("socket")
        # Lingering for no time makes the kernel send RST rather than FIN.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
        transport.abort()
    raise ConnectionResetError
