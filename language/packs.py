"""How many pieces a carton holds, as a line says: 每箱24个, 一箱24个, 24 pcs per carton."""

from typing import Final

from domain.quantity import Unit
from language.figure import Figure
from language.line import Line
from language.mark import Mark

_PACKS: Final = frozenset({Unit.CARTON, Unit.BOX, Unit.BAG})
_PIECES: Final = (None, Unit.PIECE)


def pack_size(line: Line, pack: Unit | None) -> tuple[int, range] | None:
    """The pieces in one `pack` and the words that say so; None when the line does not say."""
    if pack not in _PACKS:
        return None
    for place, token in enumerate(line.tokens):
        figure = token.value
        if not isinstance(figure, Figure) or figure.flaw or not _counts_pieces(line, place + 1):
            continue
        if _is_pack(line, place - 1, pack) and _is_one(line, place - 2):
            return int(figure.value), range(place - 2, place + 2)
        if line.mark(place + 2) in (Mark.PER, Mark.SLASH) and _is_pack(line, place + 3, pack):
            return int(figure.value), range(place, place + 4)
    return None


def _counts_pieces(line: Line, place: int) -> bool:
    return line.mark(place) is Mark.UNIT and line.tokens[place].value in _PIECES


def _is_pack(line: Line, place: int, pack: Unit) -> bool:
    return 0 <= place < len(line.tokens) and line.tokens[place].value is pack


def _is_one(line: Line, place: int) -> bool:
    value = line.tokens[place].value if place >= 0 else None
    return line.mark(place) is Mark.PER or (isinstance(value, Figure) and value.value == 1)
