"""Pictures and made files on their way out: uploaded once, then named by the file id Telegram gave them."""

from collections import OrderedDict
from typing import Any, Final

from delivery.calls import Call, Payload
from delivery.printer import Printer, name_of
from services.pictures import PHOTO_MARK, Pictures

REMEMBERED: Final = 10_000
UPLOAD_NAME: Final = "picture.jpg"
Files = dict[str, tuple[str, bytes]]


class Album:
    """Knows file ids of files that were sent; after a restart each is uploaded, or made, once more."""

    def __init__(self, pictures: Pictures, printer: Printer) -> None:
        self._pictures = pictures
        self._printer = printer
        self._file_ids: OrderedDict[str, str] = OrderedDict()

    async def fill(self, call: Call) -> tuple[Payload, Files]:
        """The payload with its file, and the file to upload if it goes up for the first time.

        Raises a Refusal when the file store lacks the picture, or the file cannot be made.
        """
        name = _name(call)
        if not name or call.method == "editMessageCaption":
            return call.payload, {}
        known = name if "://" in name else self._file_ids.get(name) or _in_keeping(name)
        if known:
            return {**call.payload, call.field: known}, {}
        return call.payload, {call.field: await self._upload(call)}

    def learn(self, call: Call, result: Any) -> None:
        """Remembers the file id of a file that was just sent."""
        name = _name(call)
        if not name or "://" in name or _in_keeping(name):
            return
        if not isinstance(result, dict) or not result.get(call.field):
            return
        sent = result[call.field]
        self._file_ids[name] = (sent[-1] if isinstance(sent, list) else sent)["file_id"]
        if len(self._file_ids) > REMEMBERED:
            self._file_ids.popitem(last=False)

    def forget(self, call: Call) -> bool:
        """Forgets a file id that Telegram no longer takes; returns whether there was one."""
        return self._file_ids.pop(_name(call), None) is not None

    async def _upload(self, call: Call) -> tuple[str, bytes]:
        if call.made:
            return call.made.name, await self._printer.make(call.made)
        return UPLOAD_NAME, await self._pictures.read(call.photo)


def _in_keeping(name: str) -> str:
    """The id of a photo that is in Telegram's keeping only; empty for any other picture."""
    return name.removeprefix(PHOTO_MARK) if name.startswith(PHOTO_MARK) else ""


def _name(call: Call) -> str:
    """What a call's file is known by; empty if it has none."""
    return name_of(call.made) if call.made else call.photo
