"""What a catalogue file says: listings and suppliers that have no number yet."""

from dataclasses import dataclass, fields, replace

from domain.catalogue import Qualification
from domain.money import Money
from domain.price_tier import PriceTier
from domain.quantity import Unit


@dataclass(frozen=True, slots=True)
class SupplierCard:
    """A supplier as one row describes it, known by its name; an empty field is not stated."""

    name: str
    name_zh: str = ""
    qualification: Qualification | None = None
    province: str = ""
    city: str = ""
    phone: str = ""

    def overlaid(self, later: "SupplierCard") -> "SupplierCard":
        """This card with everything that `later` states."""
        if self == later:
            return self
        stated = {f.name: value for f in fields(later) if (value := getattr(later, f.name))}
        return replace(self, **stated)

    def contradictions(self, later: "SupplierCard") -> tuple[str, ...]:
        """Names of the fields that both cards state, and state differently."""
        if self == later:
            return ()
        names = (f.name for f in fields(self))
        return tuple(name for name in names if _differ(getattr(self, name), getattr(later, name)))


@dataclass(frozen=True, slots=True)
class Listing:
    """One product of a catalogue file, known by supplier and sku.

    Weight (kg) and size (cm) are decimal strings; `image` is a URL or a path beside the file.
    """

    supplier: SupplierCard
    sku: str
    title_en: str
    title_zh: str
    unit: Unit
    moq: int
    tiers: tuple[PriceTier, ...]
    category: str = ""
    lead_time_days: int | None = None
    weight_kg: str = ""
    size_cm: tuple[str, str, str] = ("", "", "")
    specs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    customization: str = ""
    sample_price: Money | None = None
    sample_freight: Money | None = None
    image: str = ""
    description_en: str = ""
    description_zh: str = ""

    @property
    def currency(self) -> str:
        """ISO 4217 code of every price of this listing."""
        return self.tiers[0].unit_price.currency


def _differ(before: object, after: object) -> bool:
    return bool(before) and bool(after) and before != after
