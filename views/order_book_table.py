"""The columns of an order book: texts as texts, money and counts as numbers, moments in UTC."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from domain.catalogue import Supplier
from domain.lifecycle import OrderStatus
from domain.money import Money, UnitPrice
from domain.order import Order
from language.clean import clean
from services.offer_fields import Field
from services.order_books import BookedOrder
from views.fitting import plain as text_of
from views.order_details import split_lines
from views.order_status import status_word
from views.reader import Reader
from views.term_rows import plain
from views.titles import supplier_name, title
from views.units import unit_word

Cell = str | int | dict[str, str]
Suppliers = Mapping[int, Supplier]


@dataclass(frozen=True, slots=True)
class Row:
    """One order to be written down, and who supplies it."""

    booked: BookedOrder
    supplier: Supplier | None


@dataclass(frozen=True, slots=True)
class Column:
    """A key for programs, a head for people, and what stands below."""

    key: str
    head: Callable[[Reader], str]
    cell: Callable[[Reader, Row], Cell]


def table(reader: Reader, orders: Sequence[BookedOrder], suppliers: Suppliers) -> dict[str, Any]:
    """Heads and a row for each order."""
    heads = [column.head(reader) for column in COLUMNS]
    rows = [
        [_flat(column.cell(reader, row)) for column in COLUMNS]
        for row in (Row(booked, suppliers.get(booked.order.supplier_id)) for booked in orders)
    ]
    return {
        "title": reader.word("Orders"),
        "keys": [column.key for column in COLUMNS],
        "rows": [heads, *rows],
    }


def _flat(cell: Cell) -> Cell:
    """People's words on one line, without characters that hide or reverse."""
    return " ".join(clean(cell).split()) if isinstance(cell, str) else cell


def _amount(amount: Money | UnitPrice | None) -> Cell:
    return {"number": f"{amount.amount:f}"} if amount else ""


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}" if moment else ""


def _owed(row: Row) -> Money | None:
    """Nothing is owed before both sides confirmed."""
    is_bound = row.booked.order.status is not OrderStatus.AWAITING_CONFIRMATION
    return row.booked.owed if is_bound else None


def _wanted(row: Row) -> str:
    wanted = row.booked.order.details.wanted_on
    return wanted.isoformat() if wanted else ""


def _split(reader: Reader, order: Order) -> str:
    return "; ".join(text_of(split_lines(reader, order.details.lines)).splitlines())


def _terms(field: Field) -> Callable[[Reader, Row], Cell]:
    return lambda reader, row: plain(reader, field, row.booked.order.terms)


COLUMNS: Final = (
    Column("number", lambda reader: reader.word("Order"), lambda reader, row: row.booked.order.number),
    Column(
        "kind",
        lambda reader: reader.word("Kind"),
        lambda reader, row: reader.word("Sample") if row.booked.order.is_sample else reader.word("Bulk"),
    ),
    Column(
        "status",
        lambda reader: reader.word("Status"),
        lambda reader, row: status_word(reader, row.booked.order.status),
    ),
    Column(
        "placed_at",
        lambda reader: reader.word("Placed (UTC)"),
        lambda reader, row: _moment(row.booked.placed_at),
    ),
    Column(
        "supplier",
        lambda reader: reader.word("Supplier"),
        lambda reader, row: supplier_name(reader, row.supplier) if row.supplier else "",
    ),
    Column(
        "product",
        lambda reader: reader.word("Product"),
        lambda reader, row: title(reader, row.booked.order.goods),
    ),
    Column(
        "quantity",
        lambda reader: reader.word("Quantity"),
        lambda reader, row: row.booked.order.terms.quantity.count,
    ),
    Column(
        "unit",
        lambda reader: reader.word("Unit"),
        lambda reader, row: unit_word(reader, row.booked.order.terms.quantity.unit),
    ),
    Column(
        "split", lambda reader: reader.word("Split"), lambda reader, row: _split(reader, row.booked.order)
    ),
    Column(
        "currency",
        lambda reader: reader.word("Currency"),
        lambda reader, row: row.booked.order.terms.unit_price.currency,
    ),
    Column(
        "unit_price",
        lambda reader: reader.word("Unit price"),
        lambda reader, row: _amount(row.booked.order.terms.unit_price),
    ),
    Column(
        "customization_fee",
        lambda reader: reader.word("Customization fee"),
        lambda reader, row: _amount(row.booked.order.terms.fee_total()),
    ),
    Column(
        "freight",
        lambda reader: reader.word("Freight charge"),
        lambda reader, row: _amount(row.booked.order.terms.freight_total()),
    ),
    Column(
        "total",
        lambda reader: reader.word("Total"),
        lambda reader, row: _amount(row.booked.order.terms.total()),
    ),
    Column("paid", lambda reader: reader.word("Paid so far"), lambda reader, row: _amount(row.booked.paid)),
    Column(
        "refunded_by_claim",
        lambda reader: reader.word("Refunded by claim"),
        lambda reader, row: _amount(row.booked.allowed),
    ),
    Column("owed", lambda reader: reader.word("Still owed"), lambda reader, row: _amount(_owed(row))),
    Column(
        "shipped",
        lambda reader: reader.word("Shipped so far"),
        lambda reader, row: row.booked.order.shipped,
    ),
    Column(
        "lead_time_days",
        lambda reader: reader.word("Lead time, days"),
        lambda reader, row: row.booked.order.terms.lead_time_days or "",
    ),
    Column(
        "promised_at",
        lambda reader: reader.word("To be shipped by (UTC)"),
        lambda reader, row: _moment(row.booked.order.promised_at),
    ),
    Column("wanted_on", lambda reader: reader.word("Wanted by"), lambda reader, row: _wanted(row)),
    Column("payment", lambda reader: reader.word("Payment"), _terms(Field.PAYMENT)),
    Column("shipping", lambda reader: reader.word("Shipping"), _terms(Field.SHIPPING)),
    Column("freight", lambda reader: reader.word("Freight and trade term"), _terms(Field.FREIGHT)),
    Column(
        "consignee",
        lambda reader: reader.word("Consignee"),
        lambda reader, row: row.booked.order.details.delivery.consignee,
    ),
    Column(
        "phone",
        lambda reader: reader.word("Phone"),
        lambda reader, row: row.booked.order.details.delivery.phone,
    ),
    Column(
        "address",
        lambda reader: reader.word("Delivery address"),
        lambda reader, row: row.booked.order.details.delivery.address,
    ),
    Column(
        "country",
        lambda reader: reader.word("Country"),
        lambda reader, row: row.booked.order.details.delivery.country,
    ),
    Column(
        "note",
        lambda reader: reader.word("Note"),
        lambda reader, row: row.booked.order.details.note,
    ),
    Column(
        "negotiation",
        lambda reader: reader.word("Negotiation"),
        lambda reader, row: row.booked.order.negotiation_id,
    ),
    Column("version", lambda reader: reader.word("Offer"), lambda reader, row: row.booked.order.version),
    Column(
        "fingerprint",
        lambda reader: reader.word("Fingerprint"),
        lambda reader, row: row.booked.order.terms.digest(),
    ),
    Column(
        "changed_at",
        lambda reader: reader.word("Last change (UTC)"),
        lambda reader, row: _moment(row.booked.changed_at),
    ),
)
"""Adding a column is one row here."""
