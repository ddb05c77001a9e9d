"""Examining people's files: their type by content, and pictures decoded in a child process of few rights."""

import asyncio
import os
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from bot.checking_files import HANDED_ON
from storage.previews import PREVIEW
from storage.types_by_content import PDF, type_of

PROGRAM: Final = "storage.examining_child"
SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file is: its type, why it is not to be shown, its likeness, and its preview as JPEG."""

    type: str = ""
    flaw: str = ""
    likeness: str = ""
    preview: bytes = b""


async def examined(contents: Sequence[bytes]) -> Sequence[Examined]:
    """What each content is; only pictures are decoded, by a child that has a process for each."""
    types = [type_of(content) for content in contents]
    pictures = {place: contents[place] for place, kind in enumerate(types) if kind not in ("", PDF)}
    found = await _decoded(pictures) if pictures else {}
    return [_examined(kind, found.get(place)) for place, kind in enumerate(types)]


def _examined(kind: str, found: Examined | None) -> Examined:
    if kind in ("", PDF):
        return Examined(kind, flaw="" if kind else "type")
    if found is None or found.flaw:
        return Examined(kind, flaw=found.flaw if found else "broken")
    return Examined(kind, likeness=found.likeness, preview=found.preview)


async def _decoded(pictures: Mapping[int, bytes]) -> dict[int, Examined]:
    """What the child says of each; of those it did not come to, nothing."""
    with tempfile.TemporaryDirectory(prefix="yijia-picture-") as folder:
        paths = {place: Path(folder) / str(place) for place in pictures}
        for place, path in paths.items():
            await asyncio.to_thread(path.write_bytes, pictures[place])
        lines = await _asked(list(paths.values()))
        return {
            place: await asyncio.to_thread(_read, path, line)
            for (place, path), line in zip(paths.items(), lines, strict=False)
        }


async def _asked(paths: Sequence[Path]) -> list[bytes]:
    """What the child says of the files in turn, as far as it came."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", PROGRAM, *map(str, paths)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={name: os.environ[name] for name in HANDED_ON if name in os.environ},
        start_new_session=True,
    )
    assert child.stdout is not None
    said = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            while part := await child.stdout.read(65536):
                said += part
    except TimeoutError:
        pass
    finally:
        if child.returncode is None:
            _kill(child)
        await child.wait()
    return bytes(said).split(b"\n")[:-1]


def _kill(child: asyncio.subprocess.Process) -> None:
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:  # it ended meanwhile
        return


def _read(path: Path, line: bytes) -> Examined:
    said = orjson.loads(line)
    preview = Path(f"{path}{PREVIEW}")
    content = preview.read_bytes() if preview.exists() and not said["flaw"] else b""
    return Examined(flaw=said["flaw"], likeness=said["likeness"], preview=content)
