"""What can be wrong with a row, as data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The rule that a cell or a row breaks."""

    MISSING = "missing"
    NO_TITLE = "no_title"
    TOO_LONG = "too_long"
    NOT_WHOLE = "not_whole"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_BOUNDS = "out_of_bounds"
    UNKNOWN_WORD = "unknown_word"
    NOT_TIERS = "not_tiers"
    TIERS_NOT_RISING = "tiers_not_rising"
    PRICE_OUT_OF_BOUNDS = "price_out_of_bounds"
    NOT_SPECS = "not_specs"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_ADDRESS = "not_an_address"
    NOT_BESIDE_THE_FILE = "not_beside_the_file"
    NOT_A_PICTURE = "not_a_picture"
    TOO_MANY_CELLS = "too_many_cells"
    REPEATED_PRODUCT = "repeated_product"
    SUPPLIER_DIFFERS = "supplier_differs"
    DEARER_IN_BULK = "dearer_in_bulk"
    NOT_A_PLACE = "not_a_place"
    NOT_A_DAY = "not_a_day"
    FORMULA = "formula"
    REPEATED_RATE = "repeated_rate"
    ANOTHER_SUPPLIER = "another_supplier"
    NO_PICTURE_BESIDE = "no_picture_beside"


WARNINGS: Final = {Kind.DEARER_IN_BULK}
"""Kinds that are told and do not stop the import; so is a supplier's changed phone, name or place."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Row `row` (the header is row 1) breaks rule `kind` in `column`; `limit` says what would be allowed."""

    row: int
    column: str
    kind: Kind
    value: str = ""
    limit: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether the import goes on nevertheless; only a qualification must never contradict itself."""
        differs = self.kind is Kind.SUPPLIER_DIFFERS and self.column != "qualification"
        return differs or self.kind in WARNINGS


class Misread(Exception):
    """A cell's text breaks rule `kind`."""

    def __init__(self, kind: Kind, limit: str = "") -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.limit = limit
