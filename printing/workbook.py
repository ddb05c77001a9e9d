"""XLSX with numbers as numbers and texts as texts, whatever they look like."""

import io
import re
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from printing.table import Cell, Table

LONGEST_TEXT: Final = 32_767
LONGEST_NAME: Final = 31
ALWAYS: Final = datetime(2000, 1, 1)
"""When every workbook says it was made: the same table gives the same bytes."""
NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")


def workbook(table: Table) -> bytes:
    """One sheet named by the title; its heads stay in view."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": table.title, "created": ALWAYS})
        sheet = book.add_worksheet(NOT_IN_NAMES.sub(" ", table.title)[:LONGEST_NAME].strip() or "1")
        sheet.freeze_panes(table.heads, 1)
        formats = _Formats(book)
        for place, cell in _cells(table):
            _write(sheet, place, cell, formats.of(cell, place[0] < table.heads, place in table.marked))
        sheet.autofit()
    return file.getvalue()


def _cells(table: Table) -> list[tuple[tuple[int, int], Cell]]:
    return [((y, x), cell) for y, row in enumerate(table.rows) for x, cell in enumerate(row)]


def _write(sheet: Any, place: tuple[int, int], cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, cell[:LONGEST_TEXT], look)
    else:
        sheet.write_number(*place, cell, look)


class _Formats:
    """How cells look; a workbook wants each look made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool], Any] = {}

    def of(self, cell: Cell, is_head: bool, is_marked: bool) -> Any:
        look = (_pattern(cell), is_head, is_marked)
        if look not in self._made:
            self._made[look] = self._book.add_format(_properties(*look))
        return self._made[look]


def _properties(pattern: str, is_head: bool, is_marked: bool) -> dict[str, Any]:
    shade = "#e3f4e6" if is_marked else "#eef2f6" if is_head else ""
    return {
        "num_format": pattern,
        "bold": is_head or is_marked,
        "valign": "top",
        **({"bg_color": shade} if shade else {}),
    }


def _pattern(cell: Cell) -> str:
    if isinstance(cell, str):
        return "@"
    decimals = 0 if isinstance(cell, int) else -int(cell.as_tuple().exponent)
    return f"#,##0.{'0' * decimals}" if decimals > 0 else "#,##0"
