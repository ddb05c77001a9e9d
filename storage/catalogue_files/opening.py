"""Opening a catalogue file of any kind as rows that can be read again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from services.importing.cells import SURPLUS, Row
from services.importing.columns import read_header
from storage.catalogue_files.delimited import count_lines, read_delimited
from storage.catalogue_files.limits import (
    MOST_CSV_BYTES,
    MOST_WORKBOOK_BYTES,
    EmptyCatalogue,
    OldWorkbook,
    check_size,
)
from storage.catalogue_files.workbook import read_workbook

_ZIP_START: Final = b"PK"
_OLD_START: Final = bytes.fromhex("d0cf11e0")
"""Excel files before 2007 begin so, and so do those locked with a password."""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A catalogue file; a workbook's records are kept, a CSV's are streamed at each reading."""

    path: Path
    columns: tuple[str, ...]
    estimated_rows: int
    records: Sequence[list[str]] | None = None
    header_row: int = 1

    def rows(self) -> Iterator[Row]:
        """The rows below the header that are not blank. Raises UnreadableCatalogue."""
        records = read_delimited(self.path) if self.records is None else iter(self.records)
        for number, record in enumerate(records, start=1):
            if number > self.header_row and any(map(str.strip, record)):
                yield Row(number, _cells(self.columns, record))


Header = Callable[[Sequence[str]], tuple[str, ...]]
"""Reads the names of a header. Raises MissingColumns or RepeatedColumns."""


def open_catalogue(path: Path, header: Header = read_header) -> CatalogueFile:
    """The catalogue, or a table with another header, at `path`, whatever its name ends in.

    Raises OSError, UnreadableCatalogue, MissingColumns or RepeatedColumns.
    """
    with path.open("rb") as file:
        start = file.read(len(_OLD_START))
    if start == _OLD_START:
        raise OldWorkbook()
    return _open_workbook(path, header) if start.startswith(_ZIP_START) else _open_delimited(path, header)


def _open_workbook(path: Path, header: Header) -> CatalogueFile:
    check_size(path, MOST_WORKBOOK_BYTES)
    records = read_workbook(path)
    row, names = _find_header(records)
    return CatalogueFile(path, header(names), len(records) - row, records, row)


def _open_delimited(path: Path, header: Header) -> CatalogueFile:
    check_size(path, MOST_CSV_BYTES)
    row, names = _find_header(read_delimited(path))
    return CatalogueFile(path, header(names), count_lines(path), header_row=row)


def _find_header(records: Iterable[list[str]]) -> tuple[int, list[str]]:
    """The first record that says something; a spreadsheet's first line "sep=;" says nothing."""
    for number, record in enumerate(records, start=1):
        if any(map(str.strip, record)) and not record[0].startswith("sep="):
            return number, record
    raise EmptyCatalogue()


def _cells(columns: tuple[str, ...], record: list[str]) -> dict[str, str]:
    cells = dict(zip(columns, record, strict=False))
    cells[SURPLUS] = "".join(record[len(columns) :]).strip()
    return cells
