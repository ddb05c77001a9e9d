"""Photos, documents, videos and voices as the Bot API shows them to one bot."""

from collections.abc import Callable
from typing import Any

from playground.files import Files, StoredFile
from playground.pictures import size_of
from playground.wire import Json

SMALL_SIDE = 90


def shown(files: Files, bot_id: int, file: StoredFile) -> Json:
    """The media part of a message: its kind and its object; an animation is told as a document as well."""
    content = {file.kind: _SHAPES[file.kind](files, bot_id, file)}
    if file.kind == "animation":
        content["document"] = _document(files, bot_id, file)
    return content


def _base(files: Files, bot_id: int, file: StoredFile) -> Json:
    return {
        "file_id": files.id_for(bot_id, file),
        "file_unique_id": file.unique_id,
        "file_size": file.size,
    }


def _photo(files: Files, bot_id: int, file: StoredFile) -> list[Json]:
    """Two sizes of a photo; both download as the same bytes."""
    width, height = size_of(file.upload.data) or (1, 1)
    full = {**_base(files, bot_id, file), "width": width, "height": height}
    scale = min(1.0, SMALL_SIDE / max(width, height))
    small = {"width": max(1, round(width * scale)), "height": max(1, round(height * scale))}
    return [{**full, "file_unique_id": f"{file.unique_id}s", **small}, full]


def _document(files: Files, bot_id: int, file: StoredFile) -> Json:
    upload = file.upload
    return {**_base(files, bot_id, file), "file_name": upload.name, "mime_type": upload.content_type}


def _video(files: Files, bot_id: int, file: StoredFile) -> Json:
    return {**_document(files, bot_id, file), "width": 320, "height": 240, "duration": 1}


def _voice(files: Files, bot_id: int, file: StoredFile) -> Json:
    return {**_base(files, bot_id, file), "mime_type": "audio/ogg", "duration": 1}


def _video_note(files: Files, bot_id: int, file: StoredFile) -> Json:
    return {**_base(files, bot_id, file), "length": 240, "duration": 1}


def _audio(files: Files, bot_id: int, file: StoredFile) -> Json:
    return {**_document(files, bot_id, file), "duration": 1}


def _sticker(files: Files, bot_id: int, file: StoredFile) -> Json:
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {**_base(files, bot_id, file), **shape, "emoji": "👍"}


_SHAPES: dict[str, Callable[[Files, int, StoredFile], Any]] = {
    "photo": _photo,
    "document": _document,
    "video": _video,
    "video_note": _video_note,
    "voice": _voice,
    "audio": _audio,
    "animation": _video,
    "sticker": _sticker,
}
