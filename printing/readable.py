"""Texts made fit for paper: letters without a picture are marked, and what has no gap may break anywhere."""

import re
from collections.abc import Callable, Collection
from typing import Any, Final

MARK: Final = "[?]"
BREAK: Final = "\u200b"
"""A line may end here, though nothing is seen."""
_NO_GAP: Final = re.compile(r"[!-~\u00a1-\u2fff]{25,}")
"""What no line of a narrow column holds, in scripts that part their words by spaces."""
_STEP: Final = 12


def mark_unknown(data: Any, known: Collection[int]) -> Any:
    """The data with each run of letters that no font has replaced by a mark; it notes so as `unshown`."""
    found = False

    def marked(text: str) -> str:
        nonlocal found
        runs, was_known = list[str](), True
        for letter in text:
            is_known = ord(letter) in known or letter in f"\n{BREAK}"
            if is_known or was_known:
                runs.append(letter if is_known else MARK)
            found, was_known = found or not is_known, is_known
        return "".join(runs)

    written = _each_text(data, marked)
    return {**written, "unshown": True} if found else written


def breakable(data: Any) -> Any:
    """The data with places to break in whatever is too long for a line."""
    return _each_text(data, lambda text: _NO_GAP.sub(lambda run: _broken(run[0]), text))


def _broken(run: str) -> str:
    return BREAK.join(run[start : start + _STEP] for start in range(0, len(run), _STEP))


def _each_text(data: Any, change: Callable[[str], str]) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {name: _each_text(value, change) for name, value in data.items()}
    return [_each_text(each, change) for each in data] if isinstance(data, list) else data
