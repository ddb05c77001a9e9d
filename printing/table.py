"""A table to keep: rows of texts and numbers, the first ones heads, some cells marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

Cell = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Table:
    """`marked` are (row, column) pairs from 0 that stand out where the format can show it."""

    title: str
    rows: Sequence[Sequence[Cell]]
    heads: int = 1
    marked: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def of(cls, data: dict[str, Any]) -> Self:
        """From {"title", "rows", "heads", "marked"}.

        A cell is a text, a whole number, or {"number": "12.50"}, which keeps its decimals.
        """
        return cls(
            title=data["title"],
            rows=[[_cell(each) for each in row] for row in data["rows"]],
            heads=data.get("heads", 1),
            marked=frozenset((row, column) for row, column in data.get("marked", [])),
        )


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return Decimal(value["number"])
    return value if isinstance(value, int) else str(value)
