"""Files made when they are sent: by a child process, so that the bot carries none of what that takes."""

import asyncio
import hashlib
import os
import sys
from typing import Final

import orjson
import structlog

from domain.refusal import Refusal
from views.screen import Made

PROGRAM: Final = "printing"
AT_ONCE: Final = 2
SECONDS: Final = 20.0
HANDED_ON: Final = ("PATH", "PYTHONPATH", "LANG", "LC_ALL")
"""Of the environment, nothing else: the token is none of the child's business."""

_log = structlog.get_logger()


class NotMade(Refusal):
    """The file of this `kind` could not be made."""


class Printer:
    """Has files made, AT_ONCE at a time; the same file is the same bytes."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(AT_ONCE)

    async def make(self, made: Made) -> bytes:
        """The bytes of the file. Raises NotMade."""
        order = orjson.dumps({"kind": made.kind, "data": made.data})
        async with self._free:
            return await _run(made.kind, order)


def name_of(made: Made) -> str:
    """The same for the same file, and for no other."""
    return hashlib.sha256(orjson.dumps([made.kind, made.name, made.data, *made.pictures])).hexdigest()


async def _run(kind: str, order: bytes) -> bytes:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", PROGRAM),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={name: os.environ[name] for name in HANDED_ON if name in os.environ},
    )
    try:
        async with asyncio.timeout(SECONDS):
            content, problem = await child.communicate(order)
    except TimeoutError:
        _log.error("file not made in time", kind=kind)
        raise NotMade(kind=kind) from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode or not content:
        # What follows the error's name may quote people's words.
        error = problem.decode(errors="replace").partition(":")[0]
        _log.error("file not made", kind=kind, code=child.returncode, error=error)
        raise NotMade(kind=kind)
    return content
