"""The fields of an offer form: in which order they are asked, and which terms each fills."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from domain.terms import NOTHING_STATED, TermsDraft
from services.refusals import NotFound


class Field(StrEnum):
    """What an offer may state, in the order of its card; the values are on buttons."""

    QUANTITY = "qty"
    PRICE = "price"
    LEAD_TIME = "lead"
    SHIPPING = "ship"
    PAYMENT = "pay"
    MOQ = "moq"
    FREIGHT = "freight"
    QUALITY = "quality"
    CUSTOMIZATION = "custom"
    LATE = "late"
    VALIDITY = "valid"
    NOTE = "note"


FIELDS: Final = tuple(Field)

ASKED: Final = (
    Field.QUANTITY,
    Field.PRICE,
    Field.LEAD_TIME,
    Field.SHIPPING,
    Field.PAYMENT,
    Field.NOTE,
)
"""What a new form asks one by one; the other fields are there to be edited."""

STAYING: Final = frozenset({Field.CUSTOMIZATION})
"""Fields of several answers: each leaves the question open until it is done."""

TERMS_OF: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.QUANTITY: ("quantity",),
    Field.PRICE: ("unit_price", "tiers"),
    Field.LEAD_TIME: ("lead_time_days",),
    Field.SHIPPING: ("shipping",),
    Field.PAYMENT: ("payment", "deposit_percent", "balance_due"),
    Field.MOQ: ("moq",),
    Field.FREIGHT: ("freight_payer", "trade_term", "trade_place"),
    Field.QUALITY: ("quality", "quality_note", "sample"),
    Field.CUSTOMIZATION: ("customization", "custom_note", "custom_fee", "custom_fee_basis", "logo_file"),
    Field.LATE: ("late_percent_per_day", "late_cap_percent"),
    Field.VALIDITY: ("valid_days",),
    Field.NOTE: ("note",),
}
"""The names of the terms that a field fills."""

OPTIONAL: Final = tuple(field for field in FIELDS if field not in (Field.QUANTITY, Field.PRICE))
"""The fields that an offer may leave out."""


def filled_fields(terms: TermsDraft) -> tuple[Field, ...]:
    """The fields of which at least one term is stated."""
    return tuple(f for f in FIELDS if any(getattr(terms, name) for name in TERMS_OF[f]))


def only(field: Field, terms: TermsDraft) -> TermsDraft:
    """Of all terms those that the field fills."""
    return replace(NOTHING_STATED, **{name: getattr(terms, name) for name in TERMS_OF[field]})


def without(field: Field, terms: TermsDraft) -> TermsDraft:
    """The terms with the field's own left out. Raises NotFound for a field that no offer may leave out."""
    if field not in OPTIONAL:
        raise NotFound(what="button")
    return TermsDraft(dropped=frozenset(TERMS_OF[field])).filled_from(terms)
