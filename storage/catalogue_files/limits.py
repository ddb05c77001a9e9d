"""How large a catalogue may be, and what is refused before it is read."""

from pathlib import Path
from typing import Final

from domain.refusal import Refusal

MEGABYTE: Final = 1_000_000
MOST_WORKBOOK_BYTES: Final = 50 * MEGABYTE
MOST_CSV_BYTES: Final = 512 * MEGABYTE
MOST_WORKBOOK_ROWS: Final = 20_000
MOST_CSV_ROWS: Final = 1_000_000


class UnreadableCatalogue(Refusal):
    """The file cannot be read as a catalogue; `reason` names why in the words of the library that failed."""


class FileTooLarge(UnreadableCatalogue):
    """The file has more than `most` megabytes, packed or unpacked."""


class TooManyRows(UnreadableCatalogue):
    """The file has more than `most` rows."""


class UnknownEncoding(UnreadableCatalogue):
    """The text is neither UTF-8, UTF-16 with a mark, nor GB18030."""


class OldWorkbook(UnreadableCatalogue):
    """A workbook of Excel before 2007 (.xls), or one locked with a password."""


class DamagedWorkbook(UnreadableCatalogue):
    """The file begins like a workbook and is none that can be opened."""


class EmptyCatalogue(UnreadableCatalogue):
    """There is no header, or no row below it."""


def check_size(path: Path, most: int) -> None:
    """Raises FileTooLarge above `most` bytes."""
    if path.stat().st_size > most:
        raise FileTooLarge(most=most // MEGABYTE)
