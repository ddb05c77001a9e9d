"""Which units of a split order a line speaks of: "red M 20, blue L 5 broken", 红M 20件破了."""

import re
from collections.abc import Sequence
from typing import Final

from domain.details import Line
from language.split import SplitDoubt, Why, read_split
from language.split_lexicon import Specs

_MOST_WORDS: Final = 40
_PLAIN: Final = re.compile(r"[a-z'-]{3,}\.?|[a-z]{1,2}|[^\x00-\x7f]+")
"""Words that may be passed over; digits and letters grown together may be a size."""


def specs_of(lines: Sequence[Line]) -> Specs:
    """The specs that lines are split by, each with the values that occur in them."""
    values: dict[str, list[str]] = {}
    for line in lines:
        for name, value in line.specs:
            if value not in values.setdefault(name, []):
                values[name].append(value)
    return tuple((name, tuple(found)) for name, found in values.items())


def read_affected(text: str, lines: Sequence[Line], quantity: int) -> tuple[Line, ...]:
    """The units of these lines that the text counts, as lines of their own; none when it is not clear.

    Words that name no spec are passed over: a claim also says what is wrong. A line named without a count is
    not read, nor one that the order does not have.
    """
    known = {line.specs for line in lines}
    for _ in range(_MOST_WORDS if lines else 0):
        read = read_split(text, specs_of(lines), quantity)
        if not isinstance(read, SplitDoubt):
            return read if all(line.specs in known for line in read) else ()
        word = read.word if read.why is Why.UNKNOWN else ""
        if not _PLAIN.fullmatch(word):
            return ()
        text = re.sub(rf"(?<![a-zA-Z]){re.escape(word)}(?![a-zA-Z])", " ", text, flags=re.IGNORECASE)
    return ()
