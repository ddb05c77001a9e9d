"""The place in a folded line up to which tokens have been made, and looking ahead from it."""

from typing import Final

from language.lexicon import chinese_marks, english_marks
from language.mark import Mark, Token, Value
from language.pieces import pieces

MOST_FIGURES: Final = 60
"""A text with more figures is a table and no offer; it is not read any further."""


class Cursor:
    """The folded line cut into pieces, the text as written, and the tokens made so far."""

    def __init__(self, line: str, text: str) -> None:
        self.line = line
        self.text = text
        self.pieces = pieces(line)
        self.items = [text.replace("'", "") if kind == "word" else text for kind, text, _, _ in self.pieces]
        self.place = 0
        self.tokens: list[Token] = []
        self.figures = 0

    @property
    def is_done(self) -> bool:
        """Whether the line is at its end, or no offer."""
        return self.place >= len(self.pieces) or self.figures > MOST_FIGURES

    def take(self, mark: Mark, value: Value, count: int = 1) -> None:
        """One token out of the next `count` pieces."""
        first, last = self.pieces[self.place], self.pieces[self.place + count - 1]
        self.tokens.append(Token(mark, value, first.start, last.end))
        self.figures += mark is Mark.NUMBER
        self.place += count

    def take_up_to(self, end: int, mark: Mark, value: Value) -> None:
        """One token out of all pieces that begin before `end`."""
        count = 1
        while self.place + count < len(self.pieces) and self.pieces[self.place + count].start < end:
            count += 1
        self.take(mark, value, count)

    def grown_on(self, place: int) -> bool:
        """Whether the piece after `place` follows without a gap."""
        return place + 1 < len(self.pieces) and self.pieces[place + 1].start == self.pieces[place].end

    def kind(self, place: int) -> str:
        return self.pieces[place].kind if place < len(self.pieces) else ""

    def unit_at(self, place: int) -> bool:
        """千克 is a unit and no thousand."""
        found = chinese_marks().match(self.items, place)
        return found is not None and found[0].mark is Mark.UNIT

    def unit_at_offset(self, offset: int) -> bool:
        place = next((p for p in range(self.place, len(self.pieces)) if self.pieces[p].start >= offset), None)
        return place is not None and self.unit_at(place)

    def mark_at(self, place: int) -> Mark | None:
        if place >= len(self.items):
            return None
        marks = chinese_marks() if self.kind(place) == "han" else english_marks()
        found = marks.match(self.items, place)
        return found[0].mark if found else None
