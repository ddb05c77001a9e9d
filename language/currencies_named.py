"""The currencies that a line names, taken out of it."""

from typing import Final

from language.mark import CurrencyMark
from language.scan import scan

_WHOLE: Final = 100
"""Hundredths of the currency."""


def without_currencies(line: str) -> tuple[set[str], str]:
    """The currencies that are named, and the line without them; coins are none that sums are said in."""
    found = set[str]()
    for token in reversed(scan(line)):
        mark = token.value
        if isinstance(mark, CurrencyMark) and mark.hundredths == _WHOLE:
            found.add(mark.code)
            line = f"{line[: token.start]} {line[token.end :]}"
    return found, line
