"""Pictures and made files on their way out: uploaded once, then named by the file id Telegram gave them."""

import base64
import hashlib
from collections import OrderedDict
from dataclasses import replace
from typing import Any, Final, Protocol

from delivery.calls import Call, Payload
from delivery.printer import name_of
from services.pictures import PHOTO_MARK, Pictures
from views.screen import Made

REMEMBERED: Final = 10_000
UPLOAD_NAME: Final = "picture.jpg"
HASH_BEGINNING: Final = 16
"""So many hexadecimal digits of a file's hash are told, and are enough to ask for it."""
Files = dict[str, tuple[str, bytes]]


class Maker(Protocol):
    """Makes files when they are sent."""

    async def make(self, made: Made) -> bytes:
        """The bytes of the file. Raises a Refusal."""


class Album:
    """Knows file ids of files that were sent; after a restart each is uploaded, or made, once more."""

    def __init__(self, pictures: Pictures, maker: Maker) -> None:
        self._pictures = pictures
        self._maker = maker
        self._file_ids: OrderedDict[str, str] = OrderedDict()
        self._hashes: OrderedDict[str, str] = OrderedDict()

    async def fill(self, call: Call) -> tuple[Payload, Files]:
        """The payload with its file, and the file to upload if it goes up for the first time.

        Raises a Refusal when the file store lacks the picture, or the file cannot be made.
        """
        name = _name(call)
        if not name or call.method == "editMessageCaption":
            return call.payload, {}
        known = name if "://" in name else self._file_ids.get(name) or _in_keeping(name)
        if known:
            return {**self._hashed(call), call.field: known}, {}
        file = await self._upload(call)
        return self._hashed(call), {call.field: file}

    def learn(self, call: Call, result: Any) -> None:
        """Remembers the file id of a file that was just sent."""
        name = _name(call)
        if not name or "://" in name or _in_keeping(name):
            return
        if not isinstance(result, dict) or not result.get(call.field):
            return
        sent = result[call.field]
        self._file_ids[name] = (sent[-1] if isinstance(sent, list) else sent)["file_id"]
        for known in (self._file_ids, self._hashes):
            if len(known) > REMEMBERED:
                known.popitem(last=False)

    def forget(self, call: Call) -> bool:
        """Forgets a file id that Telegram no longer takes; returns whether there was one."""
        return self._file_ids.pop(_name(call), None) is not None

    async def _upload(self, call: Call) -> tuple[str, bytes]:
        if call.made is None:
            content = await self._pictures.read(call.photo)
            return _upload_name(call, content), content
        content = await self._maker.make(await self._with_pictures(call.made))
        if call.made.hash_mark:
            self._hashes[_name(call)] = hashlib.sha256(content).hexdigest()[:HASH_BEGINNING]
        return call.made.name, content

    async def _with_pictures(self, made: Made) -> Made:
        """With the kept pictures that it shows, in base64, since a child process reads no store of ours."""
        if not made.pictures:
            return made
        read = [base64.b64encode(await self._pictures.read(key)).decode() for key in made.pictures]
        return replace(made, data={**made.data, "pictures": read})

    def _hashed(self, call: Call) -> Payload:
        """The payload with the beginning of the file's hash where its caption leaves room for it."""
        if call.made is None or not call.made.hash_mark or "caption" not in call.payload:
            return call.payload
        told = self._hashes.get(_name(call), "…")
        return {**call.payload, "caption": call.payload["caption"].replace(call.made.hash_mark, told)}


def _in_keeping(name: str) -> str:
    """The id of a photo that is in Telegram's keeping only; empty for any other picture."""
    return name.removeprefix(PHOTO_MARK) if name.startswith(PHOTO_MARK) else ""


def _upload_name(call: Call, content: bytes) -> str:
    """A name of ours, whatever people called their file."""
    if content.startswith(b"%PDF-"):
        return "document.pdf"
    return UPLOAD_NAME if call.field == "photo" else call.field


def _name(call: Call) -> str:
    """What a call's file is known by; empty if it has none."""
    return name_of(call.made) if call.made else call.photo
