"""How each term is written on a card: one table of rows that form, card, order and list share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.money import Fee
from domain.quantity import Quantity, Unit
from domain.terms import FREIGHT_PAYERS, Custom, FeeBasis, TermsDraft
from services.offer_fields import Field
from views.reader import Reader
from views.term_words import (
    BALANCE_WORDS,
    CUSTOM_WORDS,
    FREIGHT_BY_TERM,
    FREIGHT_WORDS,
    PAYMENT_WORDS,
    QUALITY_WORDS,
    SHIPPING_WORDS,
)
from views.units import per_unit, quantity

_CONTINUED: Final = "\n\u2003"
"""Lines of free words are set in, so that none of them can pass for a term of the card."""
_IN_FULL: Final = 100


@dataclass(frozen=True, slots=True)
class TermRow:
    """A line of a card: its label, the terms it shows, and their plain text, not escaped; empty if open."""

    field: Field
    terms: tuple[str, ...]
    label: Callable[[Reader], str]
    shown: Callable[[Reader, TermsDraft], str]


def _quantity(reader: Reader, terms: TermsDraft) -> str:
    return quantity(reader, terms.quantity) if terms.quantity else ""


def _price(reader: Reader, terms: TermsDraft) -> str:
    if terms.unit_price is None:
        return ""
    if terms.quantity is None:
        return reader.price(terms.unit_price)
    return per_unit(reader, terms.unit_price, terms.quantity.unit)


def _tiers(reader: Reader, terms: TermsDraft) -> str:
    return " · ".join(
        reader.word(
            "from {count}: {price}", count=reader.number(tier.at_least), price=reader.price(tier.unit_price)
        )
        for tier in terms.tiers
    )


def _days(reader: Reader, days: int | None) -> str:
    return reader.say_many("{count} day", "{count} days", days) if days else ""


def _payment(reader: Reader, terms: TermsDraft) -> str:
    method = PAYMENT_WORDS[terms.payment](reader) if terms.payment else ""
    return " · ".join(part for part in (method, _stages(reader, terms)) if part)


def _stages(reader: Reader, terms: TermsDraft) -> str:
    """Deposit and balance; before shipment is the custom where nothing is said of the balance."""
    percent, due = terms.deposit_percent, terms.balance_due
    if percent is None:
        return BALANCE_WORDS[due](reader) if due else ""
    if percent == _IN_FULL:
        return reader.word("Full payment in advance")
    deposit = reader.percent(percent)
    if due:
        rest = BALANCE_WORDS[due](reader)
        return reader.word("{deposit} deposit, {balance}", deposit=deposit, balance=rest)
    balance = reader.percent(_IN_FULL - percent)
    return reader.word("{deposit} deposit, {balance} before shipment", deposit=deposit, balance=balance)


def _moq(reader: Reader, terms: TermsDraft) -> str:
    if terms.moq is None:
        return ""
    return _counted(reader, terms.moq, terms.quantity.unit if terms.quantity else None)


def _counted(reader: Reader, count: int, unit: Unit | None) -> str:
    return quantity(reader, Quantity(count, unit)) if unit else reader.number(count)


def _trade_term(reader: Reader, terms: TermsDraft) -> str:
    return f"{terms.trade_term or ''} {terms.trade_place}".strip()


def _freight(reader: Reader, terms: TermsDraft) -> str:
    if terms.freight_payer:
        return FREIGHT_WORDS[terms.freight_payer](reader)
    return FREIGHT_BY_TERM[FREIGHT_PAYERS[terms.trade_term]](reader) if terms.trade_term else ""


def _customization(reader: Reader, terms: TermsDraft) -> str:
    chosen = (CUSTOM_WORDS[each](reader) for each in Custom if each in terms.customization)
    return " + ".join(chosen)


def _fee(reader: Reader, terms: TermsDraft) -> str:
    if terms.custom_fee is None:
        return ""
    return fee(reader, terms.custom_fee, terms.custom_fee_basis, terms.quantity)


def fee(reader: Reader, amount: Fee, basis: FeeBasis | None, ordered: Quantity | None) -> str:
    """A customization fee with what it is charged for."""
    if not amount.points:
        return reader.word("free of charge")
    if basis is FeeBasis.ONCE:
        return reader.word("{price} once", price=reader.price(amount))
    unit = ordered.unit if ordered else Unit.PIECE
    return per_unit(reader, amount, unit)


def _late(reader: Reader, terms: TermsDraft) -> str:
    if terms.late_percent_per_day is None:
        return ""
    rate = reader.hundredths(terms.late_percent_per_day)
    if terms.late_cap_percent is None:
        return reader.word("{rate} of the total a day", rate=rate)
    cap = reader.percent(terms.late_cap_percent)
    return reader.word("{rate} of the total a day, at most {cap}", rate=rate, cap=cap)


def _logo(reader: Reader, terms: TermsDraft) -> str:
    return reader.word("file {name}", name=terms.logo_file) if terms.logo_file else ""


def _shipping(reader: Reader, terms: TermsDraft) -> str:
    return SHIPPING_WORDS[terms.shipping](reader) if terms.shipping else ""


def _quality(reader: Reader, terms: TermsDraft) -> str:
    return QUALITY_WORDS[terms.quality](reader) if terms.quality else ""


def _words(term: str) -> Callable[[Reader, TermsDraft], str]:
    return lambda reader, terms: str(getattr(terms, term)).replace("\n", _CONTINUED)


ROWS: Final = (
    TermRow(Field.QUANTITY, ("quantity",), lambda reader: reader.word("Quantity"), _quantity),
    TermRow(Field.PRICE, ("unit_price",), lambda reader: reader.word("Unit price"), _price),
    TermRow(Field.PRICE, ("tiers",), lambda reader: reader.word("Price tiers"), _tiers),
    TermRow(
        Field.LEAD_TIME,
        ("lead_time_days",),
        lambda reader: reader.word("Lead time"),
        lambda reader, terms: _days(reader, terms.lead_time_days),
    ),
    TermRow(
        Field.SHIPPING,
        ("shipping",),
        lambda reader: reader.word("Shipping"),
        _shipping,
    ),
    TermRow(
        Field.PAYMENT,
        ("payment", "deposit_percent", "balance_due"),
        lambda reader: reader.word("Payment"),
        _payment,
    ),
    TermRow(Field.MOQ, ("moq",), lambda reader: reader.word("MOQ"), _moq),
    TermRow(
        Field.FREIGHT,
        ("trade_term", "trade_place"),
        lambda reader: reader.word("Trade term"),
        _trade_term,
    ),
    TermRow(Field.FREIGHT, ("freight_payer", "trade_term"), lambda reader: reader.word("Freight"), _freight),
    TermRow(Field.QUALITY, ("quality",), lambda reader: reader.word("Quality"), _quality),
    TermRow(
        Field.QUALITY,
        ("quality_note",),
        lambda reader: reader.word("Quality requirements"),
        _words("quality_note"),
    ),
    TermRow(
        Field.CUSTOMIZATION,
        ("customization",),
        lambda reader: reader.word("Customization"),
        _customization,
    ),
    TermRow(
        Field.CUSTOMIZATION,
        ("custom_note",),
        lambda reader: reader.word("How to customize"),
        _words("custom_note"),
    ),
    TermRow(Field.CUSTOMIZATION, ("logo_file",), lambda reader: reader.word("Logo"), _logo),
    TermRow(
        Field.CUSTOMIZATION,
        ("custom_fee", "custom_fee_basis"),
        lambda reader: reader.word("Customization fee"),
        _fee,
    ),
    TermRow(
        Field.LATE,
        ("late_percent_per_day", "late_cap_percent"),
        lambda reader: reader.word("Late-delivery compensation"),
        _late,
    ),
    TermRow(
        Field.VALIDITY,
        ("valid_days",),
        lambda reader: reader.word("Offer valid for"),
        lambda reader, terms: _days(reader, terms.valid_days),
    ),
    TermRow(Field.NOTE, ("note",), lambda reader: reader.word("Note"), _words("note")),
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
