"""Case files bound: paper, record and photos in one ZIP, made outside any transaction, its hash noted."""

import asyncio
import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

import structlog

from delivery.printer import Printer
from domain.people import Side
from services.case_file_binding import Bound
from services.case_file_books import KeptCaseFile
from storage.books import books_at
from storage.database import Connection, Database
from storage.files import FileStore, UnknownFile, is_whole
from views.case_file_paper import SHOWN
from views.screen import Made

KIND: Final = "case_file_zip"
PAPER: Final = "case_file"
MOST_ON_PAPER: Final = 12 * 1024 * 1024
"""Pictures beyond so many bytes only lie beside the paper."""
ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
"""When every file within was last changed: the same facts give the same bytes."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Binding:
    """Binds case files; the same facts are the same file, and whoever had it made is on record."""

    database: Database
    store: FileStore
    printer: Printer

    async def make(self, made: Made) -> bytes:
        """The bytes of the ZIP. Raises NotMade."""
        data = made.data
        wanted = [Bound(**each) for each in data["files"]]
        found = {each.name: content for each in wanted if (content := await self._read(each)) is not None}
        paper = {**data["paper"], "images": pictures(found)}
        inside = {
            "case.pdf": await self.printer.make(Made(PAPER, "case.pdf", paper)),
            "case.json": _json(data["record"]),
            **found,
        }
        missing = [each.name for each in wanted if each.name not in found]
        content = await asyncio.to_thread(zipped, inside, missing)
        await self._keep(data, hashlib.sha256(content).hexdigest())
        return content

    async def _read(self, bound: Bound) -> bytes | None:
        """A file that is lost or altered is left out, and named in the manifest."""
        try:
            content = await self.store.read(bound.key)
        except UnknownFile:
            content = b""
        if is_whole(bound.key, content):
            return content
        _log.error("file of a case file is damaged", key=bound.key)
        return None

    async def _keep(self, data: Mapping[str, Any], sha256: str) -> None:
        side = Side(data["side"]) if data["side"] else None
        file = KeptCaseFile(data["order_id"], data["person_id"], side, sha256)

        async def keep(connection: Connection) -> None:
            books = await books_at(connection, f"case file {data['order_id']}")
            await books.case_files.keep(file, books.now)

        await self.database.run(keep)


def pictures(found: Mapping[str, bytes]) -> dict[str, str]:
    """Those that stand on the paper, in base64, first to last."""
    shown, left = {}, MOST_ON_PAPER
    for name, content in found.items():
        if name.startswith("photos/") and PurePosixPath(name).suffix in SHOWN and len(content) <= left:
            shown[name] = base64.b64encode(content).decode()
            left -= len(content)
    return shown


def zipped(inside: Mapping[str, bytes], missing: Sequence[str]) -> bytes:
    """A ZIP of these files with a manifest of their hashes; nothing is packed, for packers differ."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in inside.items()}
    manifest = _json({"sha256": hashes, "missing": list(missing)})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in {**inside, "manifest.json": manifest}.items():
            archive.writestr(zipfile.ZipInfo(name, ALWAYS), content)
    return packed.getvalue()


def _json(record: Any) -> bytes:
    return f"{json.dumps(record, ensure_ascii=False, indent=2)}\n".encode()
