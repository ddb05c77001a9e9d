"""Folding a line for reading: lower case, ASCII digits and signs, Simplified script, the same length."""

import unicodedata
from typing import Final

from language.script import to_simplified

_PUNCTUATION: Final = dict(zip("’‘`“”–—−～〜。、︰×／％￥＄｡", "'''\"\"---~~.,:x/%¥$.", strict=True))


_DIGITLESS: Final = 0x20000
"""From here on Unicode has ideographs and no digits; looking there would cost a start 0.2 s."""


def _decimal_digits() -> dict[int, str]:
    codes = (code for code in range(0x80, _DIGITLESS) if chr(code).isdecimal())
    return {code: str(unicodedata.decimal(chr(code))) for code in codes}


DIGITS: Final = _decimal_digits()
"""Every decimal digit of another script and its ASCII digit; ², ① and ½ are none."""

_TABLE: Final = {
    **{code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)},
    **{code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)},
    **{ord(mark): plain for mark, plain in _PUNCTUATION.items()},
    **DIGITS,
    0x3000: " ",
    0xA0: " ",
}


def fold(text: str) -> str:
    """The text as the scanner reads it; every character keeps its place."""
    folded = text.translate(_TABLE)
    if text.isascii():
        return folded
    simplified = to_simplified(folded)
    return simplified if len(simplified) == len(folded) else folded
