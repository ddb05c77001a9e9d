"""CSV that every spreadsheet opens rightly: UTF-8 with its mark, and no text that computes."""

import csv
import io
from typing import Final

from printing.table import Cell, Table

MARK: Final = "\ufeff"
"""Without it Excel reads UTF-8 as the computer's old code page, and Chinese as noise."""
COMPUTES: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet would take for a formula (OWASP, CSV Injection)."""


def delimited(table: Table) -> bytes:
    """The rows, and nothing else."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([_said(cell) for cell in row] for row in table.rows)
    return f"{MARK}{sheet.getvalue()}".encode()


def _said(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(COMPUTES) else cell
    return f"{cell:f}" if not isinstance(cell, int) else str(cell)
