"""Cells that a seller typed, held against the rules of the catalogue file: there is one table of rules."""

from collections.abc import Mapping, Sequence

from domain.catalogue import Product, Supplier
from domain.listing import Listing
from domain.refusal import Refusal
from services.importing.cells import Row
from services.importing.problems import Problem
from services.importing.reading import read_row

Written = Mapping[str, str]
"""Cells by their columns, without the supplier's."""


class ListingUnfit(Refusal):
    """The listing breaks rules: `problems`."""


def listing_of(supplier: str, written: Written) -> Listing:
    """The listing that the cells make. Raises ListingUnfit."""
    listing, problems = _read(supplier, written)
    if listing is None:
        raise ListingUnfit(problems=tuple(problem for problem in problems if not problem.is_warning))
    return listing


def product_of(supplier: Supplier, written: Written) -> Product:
    """The product that the cells would make, without a number. Raises ListingUnfit."""
    listing = listing_of(supplier.name, written)
    return Product(
        id=0,
        supplier=supplier,
        sku=listing.sku,
        title_en=listing.title_en,
        title_zh=listing.title_zh,
        category=listing.category,
        unit=listing.unit,
        moq=listing.moq,
        tiers=listing.tiers,
        lead_time_days=listing.lead_time_days,
        weight_kg=listing.weight_kg,
        size_cm=listing.size_cm,
        specs=listing.specs,
        customization=listing.customization,
        image=listing.image,
        description_en=listing.description_en,
        description_zh=listing.description_zh,
    )


def problems_in(written: Written, columns: Sequence[str]) -> list[Problem]:
    """What is wrong, or to be warned of, in these columns; others may still be empty."""
    return [problem for problem in _read("-", written)[1] if problem.column in columns]


def _read(supplier: str, written: Written) -> tuple[Listing | None, list[Problem]]:
    return read_row(Row(1, {**written, "supplier": supplier}))
