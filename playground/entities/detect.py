"""Entities that Telegram finds by itself: commands, mentions, hashtags, links and e-mail addresses."""

import re

from playground.entities import utf16
from playground.wire import Json

_ZONES = "com|org|net|info|io|cn|hk|tw|uk|de|fr|ru|me|co|eu|app|dev|ai|gov|edu|biz|shop|xyz|site|online"
_DOMAIN = rf"(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+(?:{_ZONES})\b"
_PATH = r"(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?"
_PATTERN = re.compile(
    r"(?P<url>(?:https?|tg|ton)://[^\s<>\"]+)"
    rf"|(?P<email>(?<![\w.@+-])[\w.+-]+@{_DOMAIN})"
    r"|(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@/])@[a-zA-Z0-9_]{4,32}(?!\w))"
    r"|(?P<hashtag>(?<![\w#/])#(?=\w*[^\W\d_])\w{1,256}(?![\w#]))"
    r"|(?P<cashtag>(?<![\w$])\$[A-Z0-9]{1,8}(?<![0-9$])(?!\w))"
    rf"|(?P<bare>(?<![\w@.+/-]){_DOMAIN}{_PATH})"
)
_HINTS = re.compile(r"[/@#$]|\w\.\w")
_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
_TRAILING = ".,:;!?)'\"]}…"


def detect(text: str, taken: list[Json]) -> list[Json]:
    """Found entities that do not lie in `taken` code, links or mentions."""
    if not _HINTS.search(text):
        return []
    positions = utf16.starts(text) if utf16.has_wide(text) else None
    closed = [entity for entity in taken if entity["type"] in _CLOSED]
    found = (_entity(match, positions) for match in _PATTERN.finditer(text))
    return [entity for entity in found if not any(_meet(entity, other) for other in closed)]


def _entity(match: re.Match[str], positions: list[int] | None) -> Json:
    kind = "url" if match.lastgroup == "bare" else match.lastgroup
    words = match.group().rstrip(_TRAILING) if kind == "url" else match.group()
    start, end = match.start(), match.start() + len(words)
    if positions is not None:
        start, end = positions[start], positions[end]
    return {"type": kind, "offset": start, "length": end - start}


def _meet(one: Json, other: Json) -> bool:
    first: int = one["offset"]
    second: int = other["offset"]
    return bool(first < second + other["length"] and second < first + one["length"])
