"""The table of the actor API: verb, path and function."""

import re
from collections.abc import Callable
from typing import Any

from playground.actors import attachments, dials, groups, messages, payments, people, presses, streams
from playground.actors.ask import Ask

Function = Callable[[Ask], Any]

FILE_KINDS = ("photo", "document", "video", "video_note", "voice", "audio", "animation", "sticker")

_TABLE: tuple[tuple[str, str, Function], ...] = (
    ("GET", "/health", dials.health),
    ("GET", "/events", streams.events),
    ("GET", "/log", streams.log),
    ("GET", "/chats/{chat_id}", streams.chat),
    ("POST", "/chats/{chat_id}/messages", messages.write),
    ("POST", "/chats/{chat_id}/start", messages.start),
    ("PATCH", "/chats/{chat_id}/messages/{message_id}", messages.rewrite),
    ("DELETE", "/chats/{chat_id}/messages/{message_id}", messages.erase),
    ("POST", "/chats/{chat_id}/presses", presses.press),
    ("GET", "/presses/{press_id}", presses.watch),
    *((("POST", f"/chats/{{chat_id}}/{kind}s", attachments.sender(kind))) for kind in FILE_KINDS),
    ("POST", "/chats/{chat_id}/albums", attachments.album),
    ("POST", "/chats/{chat_id}/locations", attachments.location),
    ("POST", "/chats/{chat_id}/contacts", attachments.contact),
    ("POST", "/chats/{chat_id}/payments", payments.pay),
    ("GET", "/groups", groups.every),
    ("POST", "/groups", groups.add),
    ("PATCH", "/groups/{chat_id}", groups.change),
    ("POST", "/groups/{chat_id}/migrate", groups.migrate),
    ("POST", "/people", people.add),
    ("GET", "/people", people.everyone),
    ("PATCH", "/people/{person_id}", people.change),
    ("GET", "/faults", dials.faults),
    ("PUT", "/faults", dials.dial_faults),
    ("GET", "/limits", dials.limits),
    ("PUT", "/limits", dials.dial_limits),
    ("GET", "/clock", dials.clock),
    ("PUT", "/clock", dials.clock),
    ("GET", "/updates", dials.hold_updates),
    ("PUT", "/updates", dials.hold_updates),
    ("POST", "/updates/release", dials.release_updates),
    ("POST", "/reset", dials.reset),
)
_PARTS = {"chat_id": r"-?\d+", "message_id": r"\d+", "person_id": r"\d+", "press_id": r"\d+"}


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"{(\w+)}", lambda part: f"(?P<{part[1]}>{_PARTS[part[1]]})", path))


ROUTES = tuple((verb, _pattern(path), function) for verb, path, function in _TABLE)


def find(verb: str, path: str) -> tuple[Function, dict[str, str]] | None:
    """The function for a verb and a path after /playground, and the parts of the path."""
    for known, pattern, function in ROUTES:
        if known == verb and (match := pattern.fullmatch(path)):
            return function, match.groupdict()
    return None
