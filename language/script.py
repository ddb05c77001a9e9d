"""Traditional and Simplified Chinese, converted into each other by OpenCC."""

from functools import cache
from typing import Final

import opencc

_REPLY: Final = "回覆"
"""OpenCC cuts 直接回复 at the word 接回, and takes what is left for 回復, to restore."""


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def to_simplified(text: str) -> str:
    """The text in Simplified script; other scripts stay as they are."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """The text in Traditional script as Taiwan writes it, 剛才 not 剛纔; other scripts stay."""
    return str(_converter("s2tw").convert(text)).replace("回復", _REPLY)
