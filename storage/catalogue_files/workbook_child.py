"""The child process that opens a workbook under limits of memory and time and prints its rows as JSON."""

import datetime
import json
import resource
import sys
from typing import Any, Final

import python_calamine

from storage.catalogue_files.limits import MEGABYTE, MOST_WORKBOOK_BYTES, MOST_WORKBOOK_ROWS

MEMORY_BYTES: Final = 1_000 * MEGABYTE
CPU_SECONDS: Final = 60
MOST_COLUMNS: Final = 200
BROKEN: Final = 2
TOO_LARGE: Final = 3
TOO_MANY_ROWS: Final = 4


def main(path: str) -> int:
    """Prints the rows of the workbook at `path`; returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return _print_rows(python_calamine.load_workbook(path))
    except MemoryError:
        return TOO_LARGE
    except Exception as error:
        sys.stderr.write(str(error))
        return BROKEN


def _print_rows(workbook: python_calamine.CalamineWorkbook) -> int:
    sheet = next(filter(_has_cells, map(workbook.get_sheet_by_name, workbook.sheet_names)), None)
    if sheet is None:
        return 0
    last_row, last_column = sheet.end or (0, 0)
    if last_row > MOST_WORKBOOK_ROWS:
        return TOO_MANY_ROWS
    if last_column >= MOST_COLUMNS:
        return TOO_LARGE
    return _print_sheet(sheet)


def _has_cells(sheet: python_calamine.CalamineSheet) -> bool:
    return bool(sheet.height)


def _print_sheet(sheet: python_calamine.CalamineSheet) -> int:
    left = MOST_WORKBOOK_BYTES
    for row in sheet.iter_rows():
        line = json.dumps([cell_text(cell) for cell in row], ensure_ascii=False)
        left -= len(line)
        if left < 0:
            return TOO_LARGE
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    return 0


def cell_text(cell: Any) -> str:
    """A cell as somebody would type it: 100.0 is 100, and 0.30000000000000004 is 0.3."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return cell.isoformat() if isinstance(cell, (datetime.date, datetime.time)) else str(cell)
    digits = f"{cell:.15g}"
    return f"{int(float(digits))}" if float(digits).is_integer() else digits


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
