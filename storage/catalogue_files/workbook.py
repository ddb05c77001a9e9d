"""XLSX workbooks: measured before they are opened, then read by a child process that may not grow."""

import copy
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Final

from storage.catalogue_files import workbook_child
from storage.catalogue_files.limits import (
    MEGABYTE,
    MOST_WORKBOOK_BYTES,
    MOST_WORKBOOK_ROWS,
    DamagedWorkbook,
    FileTooLarge,
    TooManyRows,
    UnreadableCatalogue,
)

MOST_ENTRIES: Final = 100
CHILD_SECONDS: Final = 120


def read_workbook(path: Path) -> list[list[str]]:
    """The records of the first sheet with cells, header first, every cell as text.

    A formula's cell counts by the text or number that was stored with it; nothing is computed.
    Raises UnreadableCatalogue.
    """
    measure(path)
    command = [sys.executable, "-m", workbook_child.__name__, str(path)]
    try:
        child = subprocess.run(command, capture_output=True, timeout=CHILD_SECONDS, check=False)  # noqa: S603 - our own module, no shell
    except subprocess.TimeoutExpired:
        raise FileTooLarge(most=MOST_WORKBOOK_BYTES // MEGABYTE) from None
    if child.returncode == workbook_child.TOO_MANY_ROWS:
        raise TooManyRows(most=MOST_WORKBOOK_ROWS)
    if child.returncode == workbook_child.TOO_LARGE or child.returncode < 0:
        raise FileTooLarge(most=MOST_WORKBOOK_BYTES // MEGABYTE)
    if child.returncode:
        raise UnreadableCatalogue(reason=child.stderr.decode(errors="replace").strip()[-200:])
    return [json.loads(line) for line in child.stdout.splitlines()]


def measure(path: Path) -> None:
    """Refuses workbook bombs by declared and by real unpacked size. Raises UnreadableCatalogue."""
    try:
        with zipfile.ZipFile(path) as archive:
            _measure_entries(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedWorkbook() from error


def _measure_entries(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or declared > MOST_WORKBOOK_BYTES:
        raise FileTooLarge(most=MOST_WORKBOOK_BYTES // MEGABYTE)
    left = MOST_WORKBOOK_BYTES
    for entry in entries:
        left = _unpack(archive, entry, left)


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    honest = copy.copy(entry)
    honest.file_size = left + 2 * MEGABYTE  # zipfile stops at the declared size, which may be a lie
    with archive.open(honest) as unpacked:
        while left >= 0 and (chunk := unpacked.read(MEGABYTE)):
            left -= len(chunk)
    if left < 0:
        raise FileTooLarge(most=MOST_WORKBOOK_BYTES // MEGABYTE)
    return left
