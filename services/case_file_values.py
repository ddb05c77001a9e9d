"""Money, moments and waybills as a case file says them to programs."""

from datetime import UTC, datetime
from typing import Any

from domain.carriers import Waybill
from domain.money import Money

Record = dict[str, Any]


def waybill_record(waybill: Waybill) -> Record:
    """Who carries a parcel, and its number."""
    return {
        "carrier": waybill.carrier.value if waybill.carrier else None,
        "carrier_name": waybill.name,
        "tracking": waybill.tracking,
    }


def money_record(money: Money) -> Record:
    """In minor units."""
    return {"minor": money.minor, "currency": money.currency}


def moment_record(moment: datetime) -> str:
    """To the minute, as on cards: finer ones would help to guess by whose press a seal was made."""
    return moment.astimezone(UTC).isoformat(timespec="minutes")
