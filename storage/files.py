"""The file store: pictures and documents in one folder, each under a key made from its content."""

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from domain.refusal import Refusal

_KEY: Final = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8})?")


class UnknownFile(Refusal):
    """There is no file under `key`."""


class UnusableFilesUrl(Refusal):
    """FILES_URL is neither a folder nor a file:// address."""


class FileStore:
    """Keeps bytes for ever; the same bytes are kept once. Names that people chose never become paths."""

    def __init__(self, url: str) -> None:
        self.folder = _folder(url)

    async def put(self, content: bytes, suffix: str = "") -> str:
        """Stores the content and returns its key: its SHA-256 and the suffix, such as "png"."""
        key = f"{hashlib.sha256(content).hexdigest()}{suffix and '.' + suffix}"
        path = self.path(key)
        if not await asyncio.to_thread(path.exists):
            await asyncio.to_thread(_write_whole, path, content)
        return key

    async def read(self, key: str) -> bytes:
        """The content under a key. Raises UnknownFile."""
        try:
            return await asyncio.to_thread(self.path(key).read_bytes)
        except FileNotFoundError:
            raise UnknownFile(key=key) from None

    def path(self, key: str) -> Path:
        """Where the content of a key lies, or would lie. Raises UnknownFile for what is no key."""
        if _KEY.fullmatch(key) is None:
            raise UnknownFile(key=key)
        return self.folder / key[:2] / key


def _folder(url: str) -> Path:
    parts = urlsplit(url)
    if parts.scheme not in ("", "file"):
        raise UnusableFilesUrl(scheme=parts.scheme)
    return Path(unquote(parts.netloc + parts.path) if parts.scheme else url)


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(path)
