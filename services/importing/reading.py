"""Reading one row: a listing, or every problem the row has."""

import hashlib
from typing import Final

from domain.listing import Listing, SupplierCard
from domain.money import Money
from domain.places import place_key
from domain.price_tier import PriceTier
from domain.quantity import MAX_COUNT, Unit
from domain.terms import MAX_LEAD_TIME_DAYS
from services.importing.cells import Cells, Row
from services.importing.numbers import read_amount, read_whole
from services.importing.problems import Kind, Problem
from services.importing.tiers import is_dearer_in_bulk, read_tiers
from services.importing.unit_words import read_unit
from services.importing.words import (
    read_currency,
    read_image,
    read_line,
    read_phone,
    read_qualification,
    read_specs,
    read_text,
)

MOST_KG: Final = 100_000
MOST_CM: Final = 10_000
_DERIVED: Final = "title-"


def read_row(row: Row) -> tuple[Listing | None, list[Problem]]:
    """The listing of a row, or None when a problem is more than a warning; and all the row's problems."""
    reader = Cells(row)
    listing = _listing(reader)
    is_refused = any(not problem.is_warning for problem in reader.problems)
    return None if is_refused else listing, reader.problems


def _listing(reader: Cells) -> Listing:
    currency = reader.read("currency", read_currency, "CNY")
    title_en, title_zh = _titles(reader)
    sizes = (reader.measure(f"{side}_cm", MOST_CM) for side in ("length", "width", "height"))
    length, width, height = sizes
    return Listing(
        supplier=_supplier(reader),
        sku=reader.line("sku", 100) or derived_sku(title_zh or title_en),
        title_en=title_en,
        title_zh=title_zh,
        category=reader.line("category", 100),
        unit=reader.read("unit", read_unit, Unit.PIECE),
        moq=reader.need("moq", lambda text: read_whole(text, MAX_COUNT), 0),
        tiers=_tiers(reader, currency),
        lead_time_days=_lead_time(reader),
        weight_kg=reader.measure("weight_kg", MOST_KG),
        size_cm=(length, width, height),
        specs=reader.read("specs", read_specs, ()),
        customization=reader.line("customization", 500),
        sample_price=_amount(reader, "sample_price", currency),
        sample_freight=_amount(reader, "sample_freight", currency),
        image=reader.read("image", read_image, ""),
        description_en=reader.read("description_en", lambda text: read_text(text, 4000), ""),
        description_zh=reader.read("description_zh", lambda text: read_text(text, 4000), ""),
    )


def _supplier(reader: Cells) -> SupplierCard:
    return SupplierCard(
        name=reader.need("supplier", lambda text: read_line(text, 200), ""),
        name_zh=reader.line("supplier_zh", 200),
        qualification=reader.read("qualification", read_qualification, None),
        province=place_key(reader.line("province", 60)),
        city=place_key(reader.line("city", 60)),
        phone=reader.read("phone", read_phone, ""),
    )


def _titles(reader: Cells) -> tuple[str, str]:
    if not (reader.text("title_en") or reader.text("title_zh")):
        reader.report("title_en", Kind.NO_TITLE)
    return reader.line("title_en", 300), reader.line("title_zh", 300)


def _tiers(reader: Cells, currency: str) -> tuple[PriceTier, ...]:
    none: tuple[PriceTier, ...] = ()
    tiers = reader.need("price_tiers", lambda text: read_tiers(text, currency), none)
    if is_dearer_in_bulk(tiers):
        reader.report("price_tiers", Kind.DEARER_IN_BULK)
    return tiers


def _lead_time(reader: Cells) -> int | None:
    return reader.read("lead_time_days", lambda text: read_whole(text, MAX_LEAD_TIME_DAYS), None)


def _amount(reader: Cells, column: str, currency: str) -> Money | None:
    return reader.read(column, lambda text: read_amount(text, currency), None)


def derived_sku(title: str) -> str:
    """A stock number for a product without one: the same title always gives the same."""
    folded = "".join(title.casefold().split())
    return f"{_DERIVED}{hashlib.sha256(folded.encode()).hexdigest()[:12]}"


def is_derived(sku: str) -> bool:
    """Whether a stock number was made here, so that nobody knows it."""
    return sku.startswith(_DERIVED)
