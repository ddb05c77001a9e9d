"""sendMediaGroup: two to ten photos, videos or documents as one album."""

import secrets
from typing import Any

from playground.call import Call
from playground.entities.formatted import caption
from playground.methods import media, targets
from playground.methods.composing import deliver, put_text
from playground.wire import Json, bad_request

KINDS = frozenset({"photo", "video", "document"})


def send_media_group(call: Call) -> list[Json]:
    """Send the album; documents stay among themselves, keyboards are not allowed."""
    items = call.get("media")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse media JSON object")
    if not 2 <= len(items) <= 10:
        raise bad_request("group send failed: Invalid number of items, 2-10 expected")
    _check_kinds([item.get("type") for item in items])
    chat = targets.open_chat(call)
    contents = [_content(call, item) for item in items]
    targets.count(call, chat, len(contents))
    group = str(secrets.randbits(53))
    return [deliver(call, chat, {**content, "media_group_id": group}).wire for content in contents]


def input_media(call: Call, item: Json) -> Json:
    """The content that an InputMedia object describes."""
    kind = item.get("type")
    if kind not in KINDS:
        raise bad_request(f"can't parse InputMedia: type {kind!r} is not emulated by the playground")
    return _content(call, item)


def _check_kinds(kinds: list[Any]) -> None:
    for kind in kinds:
        if kind not in KINDS:
            raise bad_request(f"can't parse InputMedia: type {kind!r} is not emulated by the playground")
    if "document" in kinds and len(set(kinds)) > 1:
        raise bad_request("document can't be mixed with other media types")


def _content(call: Call, item: Json) -> Json:
    content = media.content(call, item["type"], item.get("media") or "")
    put_text(content, caption(call, item), "caption")
    return content
