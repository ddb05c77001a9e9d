"""A listing as the cells of a catalogue row: what reading the row would give again."""

from domain.listing import Listing
from domain.money import Money
from domain.price_tier import PriceTier

_SIDES = ("length_cm", "width_cm", "height_cm")


def cells_of(listing: Listing) -> dict[str, str]:
    """The cells, without those that describe the supplier; empty ones are left out."""
    cells = {
        "sku": listing.sku,
        "title_en": listing.title_en,
        "title_zh": listing.title_zh,
        "category": listing.category,
        "unit": listing.unit.value,
        "currency": listing.currency,
        "moq": str(listing.moq),
        "price_tiers": tiers_cell(listing.tiers),
        "lead_time_days": str(listing.lead_time_days or ""),
        "weight_kg": listing.weight_kg,
        **dict(zip(_SIDES, listing.size_cm, strict=True)),
        "specs": specs_cell(listing.specs),
        "customization": listing.customization,
        "sample_price": _amount(listing.sample_price),
        "sample_freight": _amount(listing.sample_freight),
        "image": listing.image,
        "description_en": listing.description_en,
        "description_zh": listing.description_zh,
    }
    return {column: cell for column, cell in cells.items() if cell}


def tiers_cell(tiers: tuple[PriceTier, ...]) -> str:
    """50:12.5;500:11, in major units."""
    return ";".join(f"{tier.at_least}:{tier.unit_price.amount:f}" for tier in tiers)


def specs_cell(specs: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """colour=red|blue;size=S|M."""
    return ";".join(f"{name}={'|'.join(values)}" for name, values in specs)


def _amount(money: Money | None) -> str:
    return "" if money is None else f"{money.amount:f}"
