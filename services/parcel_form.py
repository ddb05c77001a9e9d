"""What is asked before goods travel because of a claim: by whom, then under which number."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.carriers import Carrier, Waybill, tracking_number
from language.waybill import read_carrier, read_waybill

TOKEN_LENGTH: Final = 8


@dataclass(frozen=True, slots=True)
class ParcelForm:
    """Goods for version `version` of a claim, not told yet; a waybill without a number is half said.

    `bundle_id` holds photos of the parcel, 0 before they are asked for.
    """

    claim_id: int
    version: int
    waybill: Waybill | None = None
    bundle_id: int = 0

    @property
    def is_ready(self) -> bool:
        """Whether carrier and number are known."""
        return self.waybill is not None and bool(self.waybill.tracking)

    @property
    def token(self) -> str:
        """The same for the same answers."""
        return hashlib.sha256(repr(to_record(self)).encode()).hexdigest()[:TOKEN_LENGTH]

    def by(self, carrier: Carrier) -> "ParcelForm":
        """One of the known carriers; its number is asked next."""
        return replace(self, waybill=Waybill(carrier))

    def typed(self, words: str) -> "ParcelForm":
        """A carrier, perhaps with its number, or the number that is asked for.

        Raises CarrierUnusable, TrackingUnusable.
        """
        whole = read_waybill(words)
        if whole:
            return replace(self, waybill=whole)
        if self.waybill:
            return replace(self, waybill=replace(self.waybill, tracking=tracking_number(words)))
        carrier, rest = read_carrier(words)
        return replace(self, waybill=Waybill(carrier, "" if carrier else rest))


def to_record(form: ParcelForm) -> dict[str, Any]:
    """A form as JSON."""
    by = form.waybill
    said = [by.carrier.value if by.carrier else "", by.name, by.tracking] if by else None
    about = {"claim_id": form.claim_id, "version": form.version, "bundle_id": form.bundle_id}
    return {**about, "waybill": said}


def from_record(record: dict[str, Any]) -> ParcelForm:
    """The form that `to_record` wrote."""
    said = record["waybill"]
    carrier, name, tracking = said or ("", "", "")
    waybill = Waybill(Carrier(carrier) if carrier else None, name, tracking) if said else None
    return ParcelForm(record["claim_id"], record["version"], waybill, record["bundle_id"])
