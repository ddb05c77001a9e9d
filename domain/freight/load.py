"""A load: what a quantity of goods weighs, the room it takes and the cartons it fills."""

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Final

from domain.quantity import Unit

CUBIC_CM_PER_CBM: Final = 1_000_000
GRAMS_PER_KG: Final = 1000
BY_WEIGHT: Final = {Unit.KILOGRAM: Decimal(1), Unit.TONNE: Decimal(1000)}
"""Units that are a weight themselves, in kg."""

Size = tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Package:
    """One unit of the goods: weight in kg, length, width and height in cm; None is not known.

    `per_carton`: how many units a carton holds.
    """

    weight_kg: Decimal | None = None
    size_cm: Size | None = None
    per_carton: int | None = None

    def completed(self, other: "Package") -> "Package":
        """This package, what is not known of it taken from the other."""
        return replace(
            self,
            weight_kg=self.weight_kg or other.weight_kg,
            size_cm=self.size_cm or other.size_cm,
            per_carton=self.per_carton or other.per_carton,
        )


@dataclass(frozen=True, slots=True)
class Load:
    """All units together: weight in grams, volume in cm³, each rounded up; None is not known."""

    grams: int | None = None
    cubic_cm: int | None = None
    cartons: int | None = None

    @classmethod
    def of(cls, package: Package, count: int) -> "Load":
        """The load of `count` units; the volume is that of boxes of the given size (CBM = L × W × H)."""
        weight, size, per_carton = package.weight_kg, package.size_cm, package.per_carton
        return cls(
            grams=_up(weight * GRAMS_PER_KG * count) if weight else None,
            cubic_cm=_up(size[0] * size[1] * size[2] * count) if size else None,
            cartons=-(-count // per_carton) if per_carton else None,
        )

    @property
    def is_known(self) -> bool:
        """Whether weight or volume is known, without which nothing can be charged."""
        return self.grams is not None or self.cubic_cm is not None

    @property
    def kg(self) -> Decimal | None:
        """The weight in kg, exact."""
        return None if self.grams is None else Decimal(self.grams) / GRAMS_PER_KG

    @property
    def cbm(self) -> Decimal | None:
        """The volume in cubic metres, exact."""
        return None if self.cubic_cm is None else Decimal(self.cubic_cm) / CUBIC_CM_PER_CBM


def _up(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_CEILING))
