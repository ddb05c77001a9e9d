"""What an order is: a snapshot with what was added to it, and what follows from where it stands."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.details import Details, to_record
from domain.lifecycle import Deed, OrderStatus
from domain.negotiation import Goods
from domain.order_clock import WARNINGS, promised
from domain.people import Side
from domain.terms import Terms

_S: Final = OrderStatus
WAITS_FOR: Final = {
    _S.AWAITING_PAYMENT: Side.BUYER,
    _S.IN_PRODUCTION: Side.SELLER,
    _S.SHIPPED: Side.BUYER,
    _S.DELIVERED: Side.BUYER,
}
"""Whose turn it is once the order is binding, unless it is funded or its end is asked for."""


BY_THE_CLOCK: Final = {
    _S.AWAITING_CONFIRMATION: Deed.EXPIRE,
    _S.AWAITING_PAYMENT: Deed.EXPIRE,
    _S.IN_PRODUCTION: Deed.REMIND,
    _S.SHIPPED: Deed.RECEIVE,
    _S.DELIVERED: Deed.COMPLETE,
}


class OrderKind(StrEnum):
    """What is bought: goods by the lot, or a sample before them; the values are stored."""

    BULK = "bulk"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One side's press on one revision, with the digest of what that revision said."""

    side: Side
    person_id: int
    revision: int
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """A snapshot of the agreed version and what was added to order it. `id` 0 is not stored yet.

    `expires_at` ends the present status. `funded_at`: since then what is due before production is paid, and
    the lead time runs. `shipped` counts the units that left. `cancel_asked_by` waits for an answer
    until `cancel_until`.
    """

    id: int
    negotiation_id: int
    buyer_id: int
    supplier_id: int
    goods: Goods
    version: int
    terms: Terms
    details: Details
    revision: int
    status: OrderStatus
    expires_at: datetime
    confirmations: tuple[Confirmation, ...] = ()
    funded_at: datetime | None = None
    shipped: int = 0
    cancel_asked_by: Side | None = None
    cancel_until: datetime | None = None
    kind: OrderKind = OrderKind.BULK

    @property
    def is_sample(self) -> bool:
        """Whether a sample is bought."""
        return self.kind is OrderKind.SAMPLE

    @property
    def number(self) -> str:
        """The number both sides quote, e.g. YJ-000042."""
        return order_number(self.id)

    @property
    def digest(self) -> str:
        """SHA-256 in hex of all that a confirmation signs: the version, the terms and the details."""
        signed = [self.negotiation_id, self.version, self.terms.digest(), to_record(self.details)]
        return hashlib.sha256(json.dumps(signed, sort_keys=True).encode()).hexdigest()

    @property
    def unconfirmed_by(self) -> tuple[Side, ...]:
        """The sides whose confirmation is missing."""
        if self.status is not _S.AWAITING_CONFIRMATION:
            return ()
        given = {confirmation.side for confirmation in self.confirmations}
        return tuple(side for side in Side if side not in given)

    @property
    def is_funded(self) -> bool:
        """Whether what is due before production was paid."""
        return self.funded_at is not None

    @property
    def promised_at(self) -> datetime | None:
        """Until when the goods are to leave; None while that is not known, or without a lead time."""
        days = self.terms.lead_time_days
        return promised(self.funded_at, days) if self.funded_at and days else None

    @property
    def waits_for(self) -> tuple[Side, ...]:
        """The sides whose turn it is; nobody's when it is over."""
        if self.unconfirmed_by:
            return self.unconfirmed_by
        if self.cancel_asked_by and self.status in WAITS_FOR:
            return (self.cancel_asked_by.other,)
        if self.status is _S.AWAITING_PAYMENT and self.is_funded:
            return (Side.SELLER,)
        side = WAITS_FOR.get(self.status)
        return (side,) if side else ()

    @property
    def warns_at(self) -> datetime:
        """When the end of the present status is warned of."""
        is_promise = self.status is _S.AWAITING_PAYMENT and self.is_funded
        status = _S.IN_PRODUCTION if is_promise else self.status
        return self.expires_at - WARNINGS[status] if status in WARNINGS else self.expires_at

    @property
    def left(self) -> int:
        """How many units have not left yet."""
        return self.terms.quantity.count - self.shipped

    def clock_deed(self, *, is_paid: bool, is_settled: bool, is_disputed: bool = False) -> Deed:
        """What happens when the time of the present status is up; in a dispute nothing but a reminder."""
        if is_disputed and self.status in (_S.SHIPPED, _S.DELIVERED):
            return Deed.REMIND
        if self.status is _S.AWAITING_PAYMENT and (is_paid or self.is_funded):
            return Deed.REMIND
        if self.status is _S.DELIVERED and not is_settled:
            return Deed.REMIND
        return BY_THE_CLOCK[self.status]

    def _is_unanswered(self, now: datetime) -> bool:
        return self.cancel_until is not None and now >= self.cancel_until


def order_number(order_id: int) -> str:
    """The number both sides quote of the order with this id, e.g. YJ-000042."""
    return f"YJ-{order_id:06d}"
