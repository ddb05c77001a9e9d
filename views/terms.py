"""The terms of an offer, line by line: one table of fields that form, card, order and list share."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final

from domain.terms import PaymentMethod, Shipping, TermsDraft
from services.offer_fields import Field, only
from views.markup import Html, bold, escape, lines, strike
from views.reader import Reader
from views.units import per_unit, quantity

SHIPPING_WORDS: Final[Mapping[Shipping, Callable[[Reader], str]]] = {
    Shipping.SEA: lambda reader: reader.word("sea freight"),
    Shipping.AIR: lambda reader: reader.word("air freight"),
    Shipping.RAIL: lambda reader: reader.word("rail freight"),
    Shipping.EXPRESS: lambda reader: reader.word("express"),
}
PAYMENT_WORDS: Final[Mapping[PaymentMethod, Callable[[Reader], str]]] = {
    PaymentMethod.CARD: lambda reader: reader.word("Card"),
    PaymentMethod.ALIPAY: lambda reader: reader.word("Alipay"),
    PaymentMethod.TRANSFER: lambda reader: reader.word("Company transfer"),
}


@dataclass(frozen=True, slots=True)
class TermRow:
    """A field's label, and its terms as plain text, not yet escaped: empty when open."""

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


def _lead_time(reader: Reader, terms: TermsDraft) -> str:
    days = terms.lead_time_days
    return reader.say_many("{count} day", "{count} days", days) if days else ""


def _shipping(reader: Reader, terms: TermsDraft) -> str:
    return SHIPPING_WORDS[terms.shipping](reader) if terms.shipping else ""


def _payment(reader: Reader, terms: TermsDraft) -> str:
    method = PAYMENT_WORDS[terms.payment](reader) if terms.payment else ""
    return " · ".join(part for part in (method, _deposit(reader, terms.deposit_percent)) if part)


def _deposit(reader: Reader, percent: int | None) -> str:
    if percent is None:
        return ""
    if percent == 100:
        return reader.word("Full payment in advance")
    deposit, balance = reader.percent(percent), reader.percent(100 - percent)
    return reader.word("{deposit} deposit, {balance} before shipment", deposit=deposit, balance=balance)


TERM_ROWS: Final[Mapping[Field, TermRow]] = {
    Field.QUANTITY: TermRow(lambda reader: reader.word("Quantity"), _quantity),
    Field.PRICE: TermRow(lambda reader: reader.word("Unit price"), _price),
    Field.LEAD_TIME: TermRow(lambda reader: reader.word("Lead time"), _lead_time),
    Field.SHIPPING: TermRow(lambda reader: reader.word("Shipping"), _shipping),
    Field.PAYMENT: TermRow(lambda reader: reader.word("Payment"), _payment),
    Field.NOTE: TermRow(lambda reader: reader.word("Note"), lambda reader, terms: terms.note),
}
"""In the order in which cards show them. Adding a term is one row here and one field of the form."""


def plain(reader: Reader, field: Field, terms: TermsDraft) -> str:
    """A field's terms as plain words for buttons; empty when open."""
    return TERM_ROWS[field].shown(reader, terms)


def term_lines(
    reader: Reader,
    terms: TermsDraft,
    before: TermsDraft | None = None,
    without: Collection[Field] = (),
) -> Html:
    """A line for each stated field and for the total; what differs from `before` is struck, the new bold."""
    stated = (_line(reader, field, terms, before) for field in TERM_ROWS if field not in without)
    return lines(*stated, _total(reader, terms, before))


def summary(reader: Reader, terms: TermsDraft) -> Html:
    """Quantity and price in one short line."""
    return escape(f"{_quantity(reader, terms)} × {_price(reader, TermsDraft(unit_price=terms.unit_price))}")


def _line(reader: Reader, field: Field, terms: TermsDraft, before: TermsDraft | None) -> Html:
    row = TERM_ROWS[field]
    now = row.shown(reader, terms)
    differs = before is not None and only(field, before) != only(field, terms)
    was = row.shown(reader, before) if differs and before else ""
    if not now and not was:
        return Html()
    value = changed(now or reader.word("removed"), was) if differs else now
    return labelled(reader, row.label(reader), value)


def labelled(reader: Reader, label: str, value: object) -> Html:
    """A line of a card, e.g. "Quantity: 500 pieces"."""
    return reader.say("{label}: {value}", label=label, value=value)


def changed(now: object, was: object) -> Html:
    """The new in bold, behind the old if there was one, struck out."""
    return Html(" → ".join((*([strike(was)] if was else []), bold(now))))


def _total(reader: Reader, terms: TermsDraft, before: TermsDraft | None) -> Html:
    now, was = total(reader, terms), total(reader, before) if before else ""
    if not now:
        return Html()
    value = changed(now, was) if was and was != now else bold(now)
    return labelled(reader, reader.word("Total"), value)


def total(reader: Reader, terms: TermsDraft) -> str:
    """Quantity times price; empty while either is open."""
    if terms.quantity is None or terms.unit_price is None:
        return ""
    return reader.money(terms.unit_price.times(terms.quantity.count))


def only_changes(reader: Reader, terms: TermsDraft, before: TermsDraft) -> Html:
    """The lines that differ from `before`, and the total if it does."""
    differing = [field for field in TERM_ROWS if only(field, before) != only(field, terms)]
    figures = {Field.QUANTITY, Field.PRICE} & set(differing)
    changes = (_line(reader, field, terms, before) for field in differing)
    return lines(*changes, _total(reader, terms, before) if figures else "")
