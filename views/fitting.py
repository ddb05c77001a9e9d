"""Making text fit: Telegram counts UTF-16 units of what is seen, without markup."""

import re
from html import unescape
from typing import Final

from views.markup import Html

MESSAGE_LENGTH: Final = 4096
CAPTION_LENGTH: Final = 1024
QUOTED: Final = 80
"""So much of a text that was typed is enough to know it again."""
_ELLIPSIS: Final = "…"
_TAG: Final = re.compile(r"<[^>]*>")


def visible_length(text: Html) -> int:
    """UTF-16 units of Telegram HTML as its reader sees it."""
    return units(plain(text))


def plain(text: Html) -> str:
    """Telegram HTML as text without markup."""
    return unescape(_TAG.sub("", text))


def units(text: str) -> int:
    """UTF-16 units of plain text."""
    return len(text) + sum(char > "\uffff" for char in text)


def shortened(text: str, most: int) -> str:
    """Plain text of at most `most` UTF-16 units, cut between words and marked with an ellipsis if cut."""
    if units(text) <= most:
        return text
    kept = _first_units(text, most - len(_ELLIPSIS))
    return kept and _to_word_border(kept, text) + _ELLIPSIS


def _first_units(text: str, most: int) -> str:
    kept = text[: max(most, 0)]
    while units(kept) > most > 0:
        kept = kept[:-1]
    return kept


def _to_word_border(kept: str, text: str) -> str:
    """Without the beginning of a word that was cut; a run without spaces may be cut anywhere."""
    if text[len(kept)].isspace():
        return kept.rstrip()
    whole = kept.rpartition(" ")[0].rstrip()
    return whole if len(whole) * 2 > len(kept) else kept
