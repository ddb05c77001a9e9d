"""Rows of a seller's own file: whoever else it names, only his own supplier's products are taken in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.listing import Listing
from language.clean import clean
from services.importing.cells import Row
from services.importing.checking import Check
from services.importing.columns import COLUMNS, SUPPLIER_COLUMNS, checked_columns
from services.importing.columns import TITLES as EITHER
from services.importing.problems import Kind, Problem
from services.importing.words import is_address

NEEDED: Final = ("moq", "price_tiers")
ABOUT_SUPPLIER: Final = SUPPLIER_COLUMNS[1:]
"""What only the operator says of a supplier."""
SHOWN_CHARACTERS: Final = 60


def read_own_header(names: Sequence[str]) -> tuple[str, ...]:
    """The header's column names in canonical form; the supplier may be left out.

    Raises MissingColumns or RepeatedColumns.
    """
    columns = checked_columns(names, NEEDED, COLUMNS)
    return columns if set(EITHER) & set(columns) else checked_columns(names, (" / ".join(EITHER),), COLUMNS)


def unread_of(columns: Sequence[str]) -> tuple[str, ...]:
    """Columns that are not read here: unknown ones, and those about the supplier."""
    return tuple(name for name in columns if name and (name not in COLUMNS or name in ABOUT_SUPPLIER))


@dataclass(slots=True)
class OwnCheck:
    """A check of rows that may name one supplier only, by any of its `names`; the first is the one kept.

    Pictures cannot come with a file that is sent in the chat: only their addresses can.
    """

    names: tuple[str, ...]
    check: Check

    def add(self, row: Row) -> Listing | None:
        """Reads one more row; None when it cannot be imported."""
        named = " ".join(clean(row.cells.get("supplier", "")).split())
        known = {name.casefold() for name in self.names if name}
        if named and named.casefold() not in known:
            self.check.rows += 1
            self._report(row, "supplier", Kind.ANOTHER_SUPPLIER, named)
            return None
        cells = {name: cell for name, cell in row.cells.items() if name not in ABOUT_SUPPLIER}
        listing = self.check.add(replace(row, cells={**cells, "supplier": self.names[0]}))
        if listing and listing.image and not is_address(listing.image):
            self._report(row, "image", Kind.NO_PICTURE_BESIDE, listing.image)
            return None
        return listing

    def _report(self, row: Row, column: str, kind: Kind, value: str) -> None:
        self.check.report(
            Problem(row.number, column, kind, value[:SHOWN_CHARACTERS], " / ".join(filter(None, self.names)))
        )
