"""JSON for programs: an object for each row, its numbers as exact as they were said."""

import json
from collections.abc import Sequence
from typing import Final

from printing.table import Cell, Table

BETWEEN: Final = ",\n"


def structured(keys: Sequence[str], table: Table) -> bytes:
    """An array of objects with these keys; the heads, which are for people, stay out."""
    rows = (_object(keys, row) for row in table.rows[table.heads :])
    return f"[\n{BETWEEN.join(rows)}\n]\n".encode()


def _object(keys: Sequence[str], row: Sequence[Cell]) -> str:
    return (
        f"{{{', '.join(f'{json.dumps(key)}: {_said(cell)}' for key, cell in zip(keys, row, strict=True))}}}"
    )


def _said(cell: Cell) -> str:
    if isinstance(cell, str):
        return json.dumps(cell, ensure_ascii=False) if cell else "null"
    return f"{cell:f}" if not isinstance(cell, int) else str(cell)
