"""What is for sale and by whom: suppliers, products and their price tiers."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from domain.figures import NO_FIGURES, Figures
from domain.holiday_notice import HolidayNotice
from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.sample_policy import NO_POLICY, SamplePolicy
from domain.terms import NOTHING_STATED, TermsDraft


class Qualification(StrEnum):
    """What the platform vouches for, best first."""

    VERIFIED_FACTORY = "verified_factory"
    TRUSTPASS = "trustpass"
    UNVERIFIED = "unverified"

    def is_better_than(self, other: "Qualification") -> bool:
        """Whether the platform vouches for more."""
        ranks = list(Qualification)
        return ranks.index(self) < ranks.index(other)


class ProductPaused(Refusal):
    """The seller does not sell the product at present: no new inquiry and no new order."""


class InconsistentTiers(Refusal):
    """Price tiers do not rise in quantity, or mix currencies, or there are none."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """A company that sells; its people are sellers. `city` and `province` may be empty.

    `usual` are the terms it keeps for every deal, never a quantity or a price. `answers_in` is measured: the
    usual time until it answers, counted in working hours; None is not known. So are its `figures`.
    `holiday` is what it last said of its days off, `samples` on which terms it gives samples of whatever says
    nothing else.
    """

    id: int
    name: str
    name_zh: str
    qualification: Qualification
    province: str
    city: str
    phone: str
    usual: TermsDraft = NOTHING_STATED
    answers_in: timedelta | None = None
    holiday: HolidayNotice | None = None
    figures: Figures = NO_FIGURES
    samples: SamplePolicy = NO_POLICY


@dataclass(frozen=True, slots=True)
class Product:
    """One listing. Weight (kg) and size (cm) are decimal strings as imported; empty means not stated.

    A paused one is not found by searches and takes no new inquiry or order. `own_samples` is what is said of
    its samples alone.
    """

    id: int
    supplier: Supplier
    sku: str
    title_en: str
    title_zh: str
    category: str
    unit: Unit
    moq: int
    tiers: tuple[PriceTier, ...]
    lead_time_days: int | None = None
    weight_kg: str = ""
    size_cm: tuple[str, str, str] = ("", "", "")
    specs: tuple[tuple[str, tuple[str, ...]], ...] = ()
    customization: str = ""
    image: str = ""
    description_en: str = ""
    description_zh: str = ""
    is_paused: bool = False
    own_samples: SamplePolicy = NO_POLICY
    currency: str = field(init=False)

    def __post_init__(self) -> None:
        counts = [tier.at_least for tier in self.tiers]
        currencies = {tier.unit_price.currency for tier in self.tiers}
        if not counts or counts != sorted(set(counts)) or len(currencies) != 1:
            raise InconsistentTiers(tiers=self.tiers)
        Quantity(self.moq, self.unit)
        object.__setattr__(self, "currency", currencies.pop())

    @property
    def samples(self) -> SamplePolicy:
        """On which terms samples are given: its own, else the supplier's."""
        return self.own_samples.filled_from(self.supplier.samples, self.currency)

    def check_on_sale(self) -> None:
        """Raises ProductPaused."""
        if self.is_paused:
            raise ProductPaused(product_id=self.id)

    def price_for(self, count: int) -> UnitPrice:
        """The listed unit price for `count` units; below the first tier, the first tier's."""
        fitting = [tier for tier in self.tiers if tier.at_least <= count]
        return (fitting or self.tiers[:1])[-1].unit_price
