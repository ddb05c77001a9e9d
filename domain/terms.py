"""What is negotiated: terms as typed data, a draft of them, their difference and their hash."""

import hashlib
import json
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal

MAX_LEAD_TIME_DAYS: Final = 365
MAX_NOTE_LENGTH: Final = 500


class Shipping(StrEnum):
    """How the goods travel."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    EXPRESS = "express"


class PaymentMethod(StrEnum):
    """How the buyer pays."""

    CARD = "card"
    ALIPAY = "alipay"
    TRANSFER = "transfer"


class LeadTimeOutOfBounds(Refusal):
    """`days` is not between 1 and `most`."""


class DepositOutOfBounds(Refusal):
    """`percent` is not between 1 and 100."""


class NoteTooLong(Refusal):
    """A note has more than `most` characters."""


class MissingTerm(Refusal):
    """`term` is needed before an offer can be sent: the name of a field of Terms."""


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """Terms on their way to an offer; None means still open. `deposit_percent` 100 is payment in full.

    `dropped` names optional terms that stay empty even if the offer answered states them.
    """

    quantity: Quantity | None = None
    unit_price: UnitPrice | None = None
    lead_time_days: int | None = None
    shipping: Shipping | None = None
    payment: PaymentMethod | None = None
    deposit_percent: int | None = None
    note: str = ""
    dropped: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if self.lead_time_days is not None and not 0 < self.lead_time_days <= MAX_LEAD_TIME_DAYS:
            raise LeadTimeOutOfBounds(days=self.lead_time_days, most=MAX_LEAD_TIME_DAYS)
        if self.deposit_percent is not None and not 0 < self.deposit_percent <= 100:
            raise DepositOutOfBounds(percent=self.deposit_percent)
        if len(self.note) > MAX_NOTE_LENGTH:
            raise NoteTooLong(length=len(self.note), most=MAX_NOTE_LENGTH)

    def filled_from(self, other: "TermsDraft") -> "TermsDraft":
        """This draft, its open terms taken from `other` unless they are dropped."""
        stated = {name for name in TERMS if getattr(self, name)}
        open_terms = {name: getattr(other, name) for name in TERMS if name not in stated | self.dropped}
        return replace(self, dropped=(self.dropped | other.dropped) - stated, **open_terms)

    def settle(self) -> "Terms":
        """The terms of an offer. Raises MissingTerm while quantity or unit price are open."""
        for name in ("quantity", "unit_price"):
            if getattr(self, name) is None:
                raise MissingTerm(term=name)
        return Terms(**{name: getattr(self, name) for name in TERMS})


TERMS: Final = tuple(f.name for f in fields(TermsDraft) if f.name != "dropped")
"""The names of all terms."""


@dataclass(frozen=True, slots=True)
class Terms(TermsDraft):
    """The terms of one offer: at least what, how many and at which price."""

    quantity: Quantity
    unit_price: UnitPrice

    def digest(self) -> str:
        """SHA-256 of the canonical record, in hex: what an acceptance signs."""
        record = json.dumps(to_record(self), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(record.encode()).hexdigest()


Record = dict[str, Any]
"""A flat JSON object of strings and integers."""


def to_record(terms: TermsDraft) -> Record:
    """Terms as a flat JSON object; open terms are left out."""
    quantity, price = terms.quantity, terms.unit_price
    record: Record = {
        "quantity": quantity and quantity.count,
        "unit": quantity and quantity.unit.value,
        "price_points": price and price.points,
        "currency": price and price.currency,
        "lead_time_days": terms.lead_time_days,
        "shipping": terms.shipping and terms.shipping.value,
        "payment": terms.payment and terms.payment.value,
        "deposit_percent": terms.deposit_percent,
        "note": terms.note or None,
        "dropped": " ".join(sorted(terms.dropped)) or None,
    }
    return {name: value for name, value in record.items() if value is not None}


def from_record(record: Record) -> TermsDraft:
    """The draft that `to_record` wrote; an unknown key is an error."""
    values = dict(record)
    count, unit = values.pop("quantity", None), values.pop("unit", None)
    points, currency = values.pop("price_points", None), values.pop("currency", None)
    shipping, payment = values.pop("shipping", None), values.pop("payment", None)
    return TermsDraft(
        quantity=Quantity(count, Unit(unit)) if count is not None else None,
        unit_price=UnitPrice(points, currency) if points is not None else None,
        shipping=Shipping(shipping) if shipping else None,
        payment=PaymentMethod(payment) if payment else None,
        dropped=frozenset(values.pop("dropped", "").split()),
        **values,
    )


def changes(before: TermsDraft, after: TermsDraft) -> tuple[str, ...]:
    """Names of the fields in which two terms differ, in the order of Terms."""
    return tuple(name for name in TERMS if getattr(before, name) != getattr(after, name))
