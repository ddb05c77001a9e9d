"""The rows of a card: one table that form, card, order and list share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.terms import TermsDraft
from services.offer_fields import Field
from views import term_values as says
from views.reader import Reader


@dataclass(frozen=True, slots=True)
class TermRow:
    """A line of a card: its label, the terms it shows, and their plain text, not escaped; empty if open."""

    field: Field
    terms: tuple[str, ...]
    label: Callable[[Reader], str]
    shown: Callable[[Reader, TermsDraft], str]


ROWS: Final = (
    TermRow(Field.QUANTITY, ("quantity",), lambda reader: reader.word("Quantity"), says.ordered),
    TermRow(Field.PRICE, ("unit_price",), lambda reader: reader.word("Unit price"), says.unit_price),
    TermRow(Field.PRICE, ("tiers",), lambda reader: reader.word("Price tiers"), says.tiers),
    TermRow(
        Field.PRICE,
        ("freight_charge",),
        lambda reader: reader.word("Freight charge"),
        says.freight_charge,
    ),
    TermRow(
        Field.PRICE,
        ("is_refundable",),
        lambda reader: reader.word("With a bulk order"),
        says.refund,
    ),
    TermRow(
        Field.LEAD_TIME,
        ("lead_time_days",),
        lambda reader: reader.word("Lead time"),
        lambda reader, terms: says.days(reader, terms.lead_time_days),
    ),
    TermRow(
        Field.SHIPPING,
        ("shipping",),
        lambda reader: reader.word("Shipping"),
        says.shipping,
    ),
    TermRow(
        Field.PAYMENT,
        ("payment", "deposit_percent", "balance_due"),
        lambda reader: reader.word("Payment"),
        says.payment,
    ),
    TermRow(Field.MOQ, ("moq",), lambda reader: reader.word("MOQ"), says.moq),
    TermRow(
        Field.FREIGHT,
        ("trade_term", "trade_place"),
        lambda reader: reader.word("Trade term"),
        says.trade_term,
    ),
    TermRow(
        Field.FREIGHT, ("freight_payer", "trade_term"), lambda reader: reader.word("Freight"), says.freight
    ),
    TermRow(Field.QUALITY, ("quality",), lambda reader: reader.word("Quality"), says.quality),
    TermRow(
        Field.QUALITY,
        ("quality_note",),
        lambda reader: reader.word("Quality requirements"),
        says.free_words("quality_note"),
    ),
    TermRow(
        Field.QUALITY,
        ("sample",),
        lambda reader: reader.word("Golden sample"),
        lambda reader, terms: terms.sample,
    ),
    TermRow(
        Field.CUSTOMIZATION,
        ("customization",),
        lambda reader: reader.word("Customization"),
        says.customization,
    ),
    TermRow(
        Field.CUSTOMIZATION,
        ("custom_note",),
        lambda reader: reader.word("How to customize"),
        says.free_words("custom_note"),
    ),
    TermRow(Field.CUSTOMIZATION, ("logo_file",), lambda reader: reader.word("Logo"), says.logo),
    TermRow(
        Field.CUSTOMIZATION,
        ("custom_fee", "custom_fee_basis"),
        lambda reader: reader.word("Customization fee"),
        says.custom_fee,
    ),
    TermRow(
        Field.LATE,
        ("late_percent_per_day", "late_cap_percent"),
        lambda reader: reader.word("Late-delivery compensation"),
        says.late,
    ),
    TermRow(
        Field.VALIDITY,
        ("valid_days",),
        lambda reader: reader.word("Offer valid for"),
        lambda reader, terms: says.days(reader, terms.valid_days),
    ),
    TermRow(Field.NOTE, ("note",), lambda reader: reader.word("Note"), says.free_words("note")),
)
"""In the order in which cards show them. Adding a term is one row here and one field of the form."""

LABELS: Final[Mapping[Field, Callable[[Reader], str]]] = {
    **{row.field: row.label for row in reversed(ROWS)},
    Field.FREIGHT: lambda reader: reader.word("Freight and trade term"),
    Field.LATE: lambda reader: reader.word("If late"),
}
"""What a whole field is called where it is one button."""


def plain(reader: Reader, field: Field, terms: TermsDraft) -> str:
    """A field's terms as plain words for buttons; empty when open."""
    shown = (row.shown(reader, terms) for row in ROWS if row.field is field)
    return " · ".join(each for each in shown if each)
