"""The pieces of a folded line: digits, words, Chinese characters and signs; one pass, no backtracking."""

import re
from typing import Final, NamedTuple

_PIECE: Final = re.compile(
    r"(?P<figure>\d(?:[\d.,_]*\d)?)|(?P<word>[mt]/t|[^\W\d_\u3400-\u9fff〇]+(?:'[^\W\d_\u3400-\u9fff〇]+)*)"
    r"|(?P<han>[\u3400-\u9fff〇])|(?P<sign>(?P<char>[^\s])(?P=char)*|\n+)"
)


class Piece(NamedTuple):
    """A stretch of the line; `kind` is figure, word, han or sign."""

    kind: str
    text: str
    start: int
    end: int


def pieces(line: str) -> list[Piece]:
    """All pieces in order; a sign repeated is one piece."""
    return [Piece(m.lastgroup or "", m.group(), m.start(), m.end()) for m in _PIECE.finditer(line)]
