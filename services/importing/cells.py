"""The cells of one row, read one by one; what cannot be read is reported and the rest goes on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from language.clean import clean
from services.importing.numbers import read_measure
from services.importing.problems import Kind, Misread, Problem
from services.importing.words import read_line

Value = TypeVar("Value")

SHOWN_CHARACTERS: Final = 60
SURPLUS: Final = ""
"""The column under which a row keeps the cells beyond its header."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a catalogue file, its cells by column; the header is row 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Cells:
    """A row being read, and the problems found so far; cells beyond the header are the first."""

    row: Row
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.row.cells.get(SURPLUS):
            self.report(SURPLUS, Kind.TOO_MANY_CELLS)

    def text(self, column: str) -> str:
        """What a cell says, cleaned."""
        written = self.row.cells.get(column, "")
        is_plain = written.isascii() and written.isprintable()
        return (written if is_plain else clean(written)).strip()

    def report(self, column: str, kind: Kind, limit: str = "") -> None:
        """Notes a problem of a cell."""
        value = self.text(column)[:SHOWN_CHARACTERS]
        self.problems.append(Problem(self.row.number, column, kind, value, limit))

    def read(self, column: str, parse: Callable[[str], Value], default: Value) -> Value:
        """The cell as `parse` reads it; the default for an empty cell, or one that is reported."""
        text = self.text(column)
        if not text:
            return default
        try:
            return parse(text)
        except Misread as misread:
            self.report(column, misread.kind, misread.limit)
            return default

    def need(self, column: str, parse: Callable[[str], Value], default: Value) -> Value:
        """The same; an empty cell is reported."""
        if not self.text(column):
            self.report(column, Kind.MISSING)
        return self.read(column, parse, default)

    def line(self, column: str, most: int) -> str:
        """A text on one line of at most `most` characters."""
        return self.read(column, lambda text: read_line(text, most), "")

    def measure(self, column: str, most: int) -> str:
        """A weight or length up to `most`; empty if not stated."""
        return self.read(column, lambda text: read_measure(text, most), "")
