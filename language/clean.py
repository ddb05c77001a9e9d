"""The door for foreign text: one canonical form, without characters that hide, reverse or break."""

import unicodedata
from typing import Final

NEWLINE: Final = "\n"
_BIDI: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE: Final = "\u200b\u2060\ufeff"


def _dropped() -> dict[int, str | None]:
    controls = [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"]
    surrogates = range(0xD800, 0xE000)
    dropped: dict[int, str | None] = dict.fromkeys([*controls, *surrogates, *map(ord, _BIDI + _INVISIBLE)])
    return dropped | {ord("\t"): " ", ord(NEWLINE): NEWLINE, ord("\u2028"): NEWLINE, ord("\u2029"): NEWLINE}


_TABLE: Final = _dropped()


def clean(text: str) -> str:
    """The text in NFC without NUL, controls, direction marks and lone surrogates; newlines stay.

    The caller caps the length.
    """
    return unicodedata.normalize("NFC", text.translate(_TABLE))
