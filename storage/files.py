"""The file store: pictures and documents, each under a key made from its content, in a folder or a bucket."""

import hashlib
import re
from typing import Final, Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from domain.refusal import Refusal
from storage.folder import Folder

_KEY: Final = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8})?")


class UnknownFile(Refusal):
    """There is no file under `key`."""


class UnusableFilesUrl(Refusal):
    """FILES_URL is neither a folder nor a file:// or s3:// address."""


class Shelf(Protocol):
    """Where files lie, by names such as "ab/abcd…"; what is there is whole."""

    async def has(self, name: str) -> bool:
        """Whether there is a file of this name."""

    async def write(self, name: str, content: bytes) -> None:
        """Keeps a file, all of it or none."""

    async def read(self, name: str) -> bytes:
        """Its content. Raises FileNotFoundError."""


class FileStore:
    """Keeps bytes for ever; the same bytes are kept once. Names that people chose never become names here."""

    def __init__(self, url: str) -> None:
        self.shelf = _shelf(url)

    async def put(self, content: bytes, suffix: str = "") -> str:
        """Stores the content and returns its key: its SHA-256 and the suffix, such as "png"."""
        key = f"{hashlib.sha256(content).hexdigest()}{suffix and '.' + suffix}"
        name = name_of(key)
        if not await self.shelf.has(name):
            await self.shelf.write(name, content)
        return key

    async def read(self, key: str) -> bytes:
        """The content under a key. Raises UnknownFile."""
        try:
            return await self.shelf.read(name_of(key))
        except FileNotFoundError:
            raise UnknownFile(key=key) from None


def name_of(key: str) -> str:
    """Under which name the content of a key lies, or would lie. Raises UnknownFile for what is no key."""
    if _KEY.fullmatch(key) is None:
        raise UnknownFile(key=key)
    return f"{key[:2]}/{key}"


def is_whole(key: str, content: bytes) -> bool:
    """Whether the content is what the key was made from."""
    return hashlib.sha256(content).hexdigest() == key.partition(".")[0]


def _shelf(url: str) -> Shelf:
    parts = urlsplit(url)
    if parts.scheme == "s3" and parts.netloc:
        return _bucket(parts)
    if parts.scheme not in ("", "file"):
        raise UnusableFilesUrl(scheme=parts.scheme)
    return Folder(unquote(parts.netloc + parts.path) if parts.scheme else url)


def _bucket(parts: SplitResult) -> Shelf:
    """Imported only where FILES_URL names one: it takes ten megabytes."""
    from storage.bucket import Bucket

    return Bucket(parts)
