"""Pictures on their way out: uploaded once, then named by the file id that Telegram gave them."""

from collections import OrderedDict
from typing import Any, Final

from delivery.calls import Call, Payload
from services.pictures import OF_TELEGRAM, Pictures

REMEMBERED: Final = 10_000
UPLOAD_NAME: Final = "picture.jpg"
Files = dict[str, tuple[str, bytes]]


class Album:
    """Knows file ids of pictures that were sent; after a restart each is uploaded once more."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._file_ids: OrderedDict[str, str] = OrderedDict()

    async def fill(self, call: Call) -> tuple[Payload, Files]:
        """The payload with its picture, and the file to upload if it goes up for the first time.

        Raises a Refusal when the file store lacks the picture.
        """
        if not call.photo or call.method == "editMessageCaption":
            return call.payload, {}
        is_elsewhere = "://" in call.photo or call.photo.startswith(OF_TELEGRAM)
        known = call.photo.removeprefix(OF_TELEGRAM) if is_elsewhere else self._file_ids.get(call.photo)
        if known:
            return {**call.payload, "photo": known}, {}
        return call.payload, {"photo": (UPLOAD_NAME, await self._pictures.read(call.photo))}

    def learn(self, call: Call, result: Any) -> None:
        """Remembers the file id of a picture that was just sent."""
        is_elsewhere = "://" in call.photo or call.photo.startswith(OF_TELEGRAM)
        if not call.photo or is_elsewhere or not isinstance(result, dict) or not result.get("photo"):
            return
        self._file_ids[call.photo] = result["photo"][-1]["file_id"]
        if len(self._file_ids) > REMEMBERED:
            self._file_ids.popitem(last=False)

    def forget(self, call: Call) -> bool:
        """Forgets a file id that Telegram no longer takes; returns whether there was one."""
        return self._file_ids.pop(call.photo, None) is not None
