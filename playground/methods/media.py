"""The files that a bot sends: uploaded now, or known by their file ids."""

from typing import Any

from playground import media
from playground.call import Call
from playground.files import StoredFile, Upload
from playground.pictures import size_of
from playground.wire import Json, bad_request

MAX_PHOTO_BYTES = 10 << 20
MAX_FILE_BYTES = 50 << 20
WRONG_FILE = "wrong file identifier/HTTP URL specified"


def content(call: Call, kind: str, value: Any) -> Json:
    """The media part of a message for an upload, an attach:// name or a file id."""
    return media.shown(call.world.files, call.bot.id, _stored(call, kind, value))


def _stored(call: Call, kind: str, value: Any) -> StoredFile:
    upload = call.uploads.get(kind) if value is None else None
    if isinstance(value, str) and value.startswith("attach://"):
        name = value.removeprefix("attach://")
        if name not in call.uploads:
            raise bad_request(f"there is no file {name} in the request")
        upload = call.uploads[name]
    return _new(call, kind, upload) if upload is not None else _known(call, kind, value)


def _new(call: Call, kind: str, upload: Upload) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > (MAX_PHOTO_BYTES if kind == "photo" else MAX_FILE_BYTES):
        raise bad_request("file is too big")
    if kind == "photo":
        check_photo(upload.data)
    return call.world.files.store(kind, upload)


def check_photo(data: bytes) -> None:
    """Refuse what Telegram would not take as a photo."""
    size = size_of(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _known(call: Call, kind: str, value: Any) -> StoredFile:
    if not isinstance(value, str) or not value:
        raise bad_request(f"there is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = call.world.files.find(call.bot.id, value)
    if file is None:
        raise bad_request(WRONG_FILE)
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file
