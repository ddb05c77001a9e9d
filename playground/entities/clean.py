"""Cleans text the way Telegram's servers do before they look at it."""

import re

from playground.wire import Json

_CONTROLS = {code: " " for code in range(33) if code not in (10, 13)}
_REMOVED = dict.fromkeys([13, 0x333, 0x33F, 0x30A, *range(0x2028, 0x202F)])
_TABLE: dict[int, str | None] = {**_CONTROLS, **_REMOVED}
_SUSPECT = re.compile("[\x00-\x09\x0b-\x1f\u0333\u033f\u030a\u2028-\u202e]")
_INVISIBLE = " \n\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u2800\u3164\u00a0"


def clean(text: str) -> str:
    """Replace control characters by spaces; drop carriage returns and direction overrides."""
    return text.translate(_TABLE) if _SUSPECT.search(text) else text


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing."""
    return not text.strip(_INVISIBLE)


def trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut white space at the end, and before the first entity at the start; shift entities."""
    tail = text.rstrip(" \n")
    first = min((entity["offset"] for entity in entities), default=len(tail))
    lead = min(len(tail) - len(tail.lstrip(" \n")), first)
    return tail[lead:], [{**entity, "offset": entity["offset"] - lead} for entity in entities]
