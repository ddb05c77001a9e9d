"""Checking a whole catalogue: every row by itself, and rows against each other."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from domain.listing import Listing, SupplierCard
from services.importing.cells import Row
from services.importing.problems import Kind, Problem
from services.importing.reading import read_row
from services.importing.words import is_address

MOST_KEPT: Final = 1_000
"""Problems kept in full; a broken million rows must not fill the memory."""


@dataclass(slots=True)
class Check:
    """What is known after reading rows: suppliers, pictures beside the file, problems, and how many of each.

    - a product (supplier and sku) may stand in one row only;
    - a supplier is described by all its rows together: a later row wins over an earlier one and a
      warning tells it, but two different qualifications refuse the import.
    """

    rows: int = 0
    suppliers: dict[str, SupplierCard] = field(default_factory=dict)
    images: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    warning_count: int = 0
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, row: Row) -> Listing | None:
        """Reads one more row; None when the row cannot be imported."""
        listing, problems = read_row(row)
        self.rows += 1
        for problem in problems:
            self.report(problem)
        return self._against_others(row, listing) if listing else None

    def report(self, problem: Problem) -> None:
        """Counts a problem or warning, and keeps it unless there are too many."""
        kept = self.warnings if problem.is_warning else self.problems
        if len(kept) < MOST_KEPT:
            kept.append(problem)
        self.warning_count += problem.is_warning
        self.problem_count += not problem.is_warning

    def _against_others(self, row: Row, listing: Listing) -> Listing | None:
        card = self.suppliers.get(listing.supplier.name, listing.supplier)
        for name in card.contradictions(listing.supplier):
            self._report_difference(row.number, name, (card, listing.supplier))
        self.suppliers[card.name] = card.overlaid(listing.supplier)
        if listing.image and not is_address(listing.image):
            self.images.setdefault(listing.image, row.number)
        first = self._seen.setdefault((card.name, listing.sku), row.number)
        if first == row.number:
            return listing
        self.report(Problem(row.number, "sku", Kind.REPEATED_PRODUCT, listing.sku, str(first)))
        return None

    def _report_difference(self, row: int, name: str, cards: tuple[SupplierCard, SupplierCard]) -> None:
        column = "supplier_zh" if name == "name_zh" else name
        before, now = (str(getattr(card, name)) for card in cards)
        self.report(Problem(row, column, Kind.SUPPLIER_DIFFERS, now, before))


def check(rows: Iterable[Row]) -> Check:
    """Everything that is wrong with a catalogue, and whom it describes."""
    checked = Check()
    for row in rows:
        checked.add(row)
    return checked
