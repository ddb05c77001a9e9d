"""Terms as typed data: a draft on its way, the terms of an offer, and how open terms are filled."""

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Final

from domain.money import Fee, Money, UnitPrice
from domain.people import Side
from domain.quantity import Quantity
from domain.terms.bounds import FIGURES, WORDS, MissingTerm, check_figure, check_words
from domain.terms.choices import (
    BalanceDue,
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    TradeTerm,
)
from domain.terms.record import Record, read, written
from domain.terms.tiers import NO_TIERS, Tiers, check_price, check_tiers
from domain.terms.together import NEEDS, check_balance, check_currencies, check_freight, give_way


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """Terms on their way to an offer; None, "" or an empty set means still open.

    `unit_price` and `tiers` are for one unit of the goods, `moq` counts those units. `deposit_percent` 100 is
    payment in full. `custom_fee` of nothing means free of charge. `late_percent_per_day` is in hundredths of
    a percent of the total, `late_cap_percent` in percent of it. `logo_file` names a kept file. `sample` is
    the number of the sample order whose goods are the golden sample. Only a sample has a `freight_charge`,
    once for the whole order, and `is_refundable` if a bulk order gives its price back. `dropped` names
    optional terms that stay empty even if the offer answered states them.
    """

    quantity: Quantity | None = None
    unit_price: UnitPrice | None = None
    tiers: Tiers = NO_TIERS
    moq: int | None = None
    lead_time_days: int | None = None
    shipping: Shipping | None = None
    freight_payer: Side | None = None
    trade_term: TradeTerm | None = None
    trade_place: str = ""
    payment: PaymentMethod | None = None
    deposit_percent: int | None = None
    balance_due: BalanceDue | None = None
    quality: QualityStandard | None = None
    quality_note: str = ""
    sample: str = ""
    customization: frozenset[Custom] = frozenset()
    custom_note: str = ""
    custom_fee: Fee | None = None
    custom_fee_basis: FeeBasis | None = None
    logo_file: str = ""
    late_percent_per_day: int | None = None
    late_cap_percent: int | None = None
    valid_days: int | None = None
    note: str = ""
    freight_charge: Fee | None = None
    is_refundable: bool = False
    dropped: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for term in FIGURES:
            check_figure(term, getattr(self, term))
        for term in WORDS:
            check_words(term, getattr(self, term))
        check_tiers(self.tiers)
        if self.custom_fee and not self.custom_fee.points:
            object.__setattr__(self, "custom_fee_basis", None)
        charges = (self.custom_fee, self.freight_charge)
        check_currencies(self.unit_price, *charges, *(tier.unit_price for tier in self.tiers))
        check_freight(self.trade_term, self.freight_payer)
        check_balance(self.deposit_percent, self.balance_due)
        if self.quantity and self.unit_price:
            check_price(self.tiers, self.quantity.count, self.unit_price)

    def filled_from(self, other: "TermsDraft") -> "TermsDraft":
        """This draft, its open terms taken from `other` unless they are dropped.

        What is said gives way to nothing: of the terms taken those that contradict it are left out, and an
        open price follows the price tiers.
        """
        said = frozenset(name for name in TERMS if getattr(self, name))
        taken = {name: getattr(other, name) for name in TERMS if name not in said | self.dropped}
        if "trade_term" in said and self.trade_term != other.trade_term:
            taken.pop("trade_place", None)
        stated = {name: getattr(self, name) for name in said} | taken
        return TermsDraft(**give_way(stated, said), dropped=(self.dropped | other.dropped) - said)

    def total(self) -> Money | None:
        """Quantity times unit price, plus the customization fee and a sample's freight; no other freight.

        Each is rounded half up to the minor unit, as UnitPrice.times says, and then added.
        None while quantity or unit price are open. Raises TotalOutOfBounds.
        """
        if self.quantity is None or self.unit_price is None:
            return None
        return _sum(self.unit_price.times(self.quantity.count), self.fee_total(), self.freight_total())

    def fee_total(self) -> Money | None:
        """The customization fee for the whole order, rounded as UnitPrice.times says; None while open."""
        if self.custom_fee is None or self.quantity is None:
            return None
        return self.custom_fee.times(1 if self.custom_fee_basis is FeeBasis.ONCE else self.quantity.count)

    def freight_total(self) -> Money | None:
        """A sample's freight, rounded as UnitPrice.times says; None where none is charged."""
        return self.freight_charge.times(1) if self.freight_charge else None

    def settle(self) -> "Terms":
        """The terms of an offer. Raises MissingTerm while a term is open that it cannot do without."""
        needed = [need for term, need in NEEDS.items() if getattr(self, term)]
        if self.custom_fee and self.custom_fee.points:
            needed.append("custom_fee_basis")
        for name in ("quantity", "unit_price", *needed):
            if getattr(self, name) is None:
                raise MissingTerm(term=name)
        return Terms(**{name: getattr(self, name) for name in TERMS})


TERMS: Final = tuple(f.name for f in fields(TermsDraft) if f.name != "dropped")
"""The names of all terms."""

NOTHING_STATED: Final = TermsDraft()
"""All terms are open."""


@dataclass(frozen=True, slots=True)
class Terms(TermsDraft):
    """The terms of one offer: at least what, how many and at which price."""

    quantity: Quantity
    unit_price: UnitPrice

    def total(self) -> Money:
        """The same of an offer, which states both. Raises TotalOutOfBounds."""
        return _sum(self.unit_price.times(self.quantity.count), self.fee_total(), self.freight_total())

    def digest(self) -> str:
        """SHA-256 of the canonical record, in hex: what an acceptance signs."""
        record = json.dumps(to_record(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(record.encode()).hexdigest()


def _sum(goods: Money, *charges: Money | None) -> Money:
    return Money(goods.minor + sum(each.minor for each in charges if each), goods.currency)


def to_record(terms: TermsDraft) -> Record:
    """Terms as a flat JSON object; open terms are left out."""
    names = (f.name for f in fields(terms) if getattr(terms, f.name))
    return {key: value for name in names for key, value in written(name, getattr(terms, name)).items()}


def from_record(record: Record) -> TermsDraft:
    """The draft that `to_record` wrote; an unknown key is an error."""
    return TermsDraft(**read(record))


def changes(before: TermsDraft, after: TermsDraft) -> tuple[str, ...]:
    """Names of the fields in which two terms differ, in the order of Terms."""
    return tuple(name for name in TERMS if getattr(before, name) != getattr(after, name))
