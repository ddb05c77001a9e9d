"""Traditional and Simplified Chinese, converted into each other by OpenCC."""

from functools import cache

import opencc


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def to_simplified(text: str) -> str:
    """The text in Simplified script; other scripts stay as they are."""
    return str(_converter("t2s").convert(text))


def to_traditional(text: str) -> str:
    """The text in Traditional script as Taiwan writes it, 剛才 not 剛纔; other scripts stay."""
    return str(_converter("s2tw").convert(text))
