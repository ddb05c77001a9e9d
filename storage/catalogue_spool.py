"""Checked listings on their way to the database: kept in a temporary file, so that the write is short."""

import tempfile
from collections.abc import Iterator
from typing import Any, Final

import orjson

from domain.listing import Listing
from domain.money import Money

KEPT_IN_MEMORY_BYTES: Final = 16_000_000

Values = dict[str, Any]


class Spool:
    """The columns of checked products, in their order; may be read again and again."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY_BYTES)  # noqa: SIM115 - lives as long as the spool

    def add(self, listing: Listing) -> None:
        """Appends a listing."""
        self._file.write(orjson.dumps(product_values(listing), option=orjson.OPT_APPEND_NEWLINE))

    def __iter__(self) -> Iterator[Values]:
        self._file.seek(0)
        return map(orjson.loads, self._file)


def product_values(listing: Listing) -> Values:
    """The columns of table `products`; the supplier stands by name and the image as it was written."""
    return {
        "supplier": listing.supplier.name,
        "sku": listing.sku,
        "title_en": listing.title_en,
        "title_zh": listing.title_zh,
        "category": listing.category,
        "unit": listing.unit.value,
        "currency": listing.currency,
        "moq": listing.moq,
        "tiers": [[tier.at_least, tier.unit_price.points] for tier in listing.tiers],
        "lead_time_days": listing.lead_time_days,
        "weight_kg": listing.weight_kg,
        "size_cm": list(listing.size_cm),
        "specs": [[name, list(choices)] for name, choices in listing.specs],
        "customization": listing.customization,
        "sample_price": _amount(listing.sample_price),
        "sample_freight": _amount(listing.sample_freight),
        "image": listing.image,
        "description_en": listing.description_en,
        "description_zh": listing.description_zh,
    }


def _amount(money: Money | None) -> str:
    return "" if money is None else str(money.amount)
