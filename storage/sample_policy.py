"""A policy of samples as it is written down."""

from typing import Any, Final

from sqlalchemy import Row

from domain.money import Money
from domain.sample_policy import NO_POLICY, SamplePolicy
from services.importing.numbers import read_amount

_AMOUNTS: Final = ("price", "freight")
_WORDS: Final = ("is_offered", "days", "is_refundable")


def policy_record(policy: SamplePolicy) -> dict[str, Any] | None:
    """A policy as JSON, amounts in minor units of their currency; None where nothing is said."""
    record: dict[str, Any] = words_record(policy) or {}
    for name in _AMOUNTS:
        amount: Money | None = getattr(policy, name)
        if amount is not None:
            record |= {name: [amount.minor, amount.currency]}
    return record or None


def words_record(policy: SamplePolicy) -> dict[str, Any] | None:
    """The same without the amounts."""
    return {name: value for name in _WORDS if (value := getattr(policy, name)) is not None} or None


def policy_of(record: dict[str, Any] | None) -> SamplePolicy:
    """The policy that `policy_record` wrote."""
    if not record:
        return NO_POLICY
    read: dict[str, Any] = {name: Money(*v) if name in _AMOUNTS else v for name, v in record.items()}
    return SamplePolicy(**read)


def own_policy_of(row: Row[Any]) -> SamplePolicy:
    """What a product's row says: the amounts as a catalogue file states them, the rest as JSON."""
    if not (row.sample_price or row.sample_freight or row.samples):
        return NO_POLICY
    return SamplePolicy(
        price=_amount(row.sample_price, row.currency),
        freight=_amount(row.sample_freight, row.currency),
        **(row.samples or {}),
    )


def _amount(written: str, currency: str) -> Money | None:
    return read_amount(written, currency) if written else None
