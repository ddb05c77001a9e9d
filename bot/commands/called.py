"""What operators call things at the command line."""

from typing import Final

from domain.catalogue import Supplier
from storage.catalogue import StoredCatalogue

MOST_DIGITS: Final = 18


async def supplier_called(catalogue: StoredCatalogue, name: str) -> Supplier | None:
    """By name first, because a company may be called by a number."""
    if not name.strip():
        return None
    is_number = name.isdecimal() and len(name) <= MOST_DIGITS
    return await catalogue.supplier_named(name) or (
        await catalogue.supplier(int(name)) if is_number else None
    )
