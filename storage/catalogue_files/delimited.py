"""CSV files: encoding and delimiter found out, records streamed."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage.catalogue_files.limits import (
    MEGABYTE,
    MOST_CSV_ROWS,
    TooManyRows,
    UnknownEncoding,
    UnreadableCatalogue,
)

_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_ENCODINGS: Final = ("utf-8", "gb18030")
DELIMITERS: Final = (",", ";", "\t")


def read_delimited(path: Path) -> Iterator[list[str]]:
    """The records of a CSV file, header first, as lists of text. Raises UnreadableCatalogue."""
    with path.open(encoding=find_encoding(path), newline="") as lines:
        delimiter = find_delimiter(next(filter(str.strip, lines), ""))
        lines.seek(0)
        records = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for number, record in enumerate(records):
                if number > MOST_CSV_ROWS:
                    raise TooManyRows(most=MOST_CSV_ROWS)
                yield record
        except csv.Error as error:
            raise UnreadableCatalogue(reason=f"line {records.line_num}: {error}") from error


def find_encoding(path: Path) -> str:
    """The encoding that fits the whole file. Raises UnknownEncoding."""
    with path.open("rb") as file:
        start = file.read(3)
    marked = (encoding for mark, encoding in _MARKS.items() if start.startswith(mark))
    fitting = (encoding for encoding in _ENCODINGS if _fits(path, encoding))
    encoding = next(marked, None) or next(fitting, None)
    if encoding is None:
        raise UnknownEncoding()
    return encoding


def _fits(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(MEGABYTE):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def find_delimiter(header: str) -> str:
    """The delimiter that stands most often in the header line."""
    return max(DELIMITERS, key=header.count)


def count_lines(path: Path) -> int:
    """How many lines the file has: an upper estimate of its rows."""
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(MEGABYTE), b""))
