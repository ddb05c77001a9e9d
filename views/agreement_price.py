"""The money of a purchase agreement: unit price, what it comes to, and in which parts it is paid."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.instalments import Due, Instalment, plan
from domain.money import Money
from domain.order import Order
from domain.terms import Terms
from views.both import Pair, both, row, same
from views.payment import PART_WORDS
from views.reader import Reader
from views.term_values import custom_fee, refund
from views.term_words import PAYMENT_WORDS
from views.units import per_unit

_Word = Callable[[Reader], str]

_DUE: Final[Mapping[Due, _Word]] = {
    Due.BEFORE_PRODUCTION: lambda reader: reader.word("before production"),
    Due.BEFORE_SHIPMENT: lambda reader: reader.word("before shipment"),
    Due.AGAINST_DOCUMENTS: lambda reader: reader.word("against copy of B/L"),
    Due.ON_DELIVERY: lambda reader: reader.word("on delivery"),
}


def price_rows(order: Order) -> list[dict[str, Any]]:
    """From the unit price to the last instalment; only a sample's freight is in the total."""
    terms = order.terms
    unit_price, fee = terms.unit_price, terms.fee_total()
    goods = unit_price.times(terms.quantity.count)
    unit, freight = terms.quantity.unit, terms.freight_total()
    return [
        row(lambda r: r.word("Currency"), same(unit_price.currency)),
        row(lambda r: r.word("Unit price"), both(lambda r: per_unit(r, unit_price, unit))),
        row(lambda r: r.word("Goods"), _money(goods)),
        *([row(lambda r: r.word("Customization fee"), _fee(order, fee))] if fee and fee.minor else []),
        *([row(lambda r: r.word("Freight"), _money(freight))] if freight and freight.minor else []),
        row(lambda r: r.word("Total"), _money(terms.total()), strong=True),
        *(
            [row(lambda r: r.word("Payment method"), both(PAYMENT_WORDS[terms.payment]))]
            if terms.payment
            else []
        ),
        *(_instalment(each) for each in plan(terms)),
        *([row(lambda r: r.word("With a bulk order"), _refund(terms))] if terms.is_refundable else []),
    ]


def _refund(terms: Terms) -> Pair:
    return both(lambda reader: refund(reader, terms))


def _money(amount: Money) -> Pair:
    return both(lambda reader: reader.money(amount))


def _fee(order: Order, fee: Money) -> Pair:
    return both(
        lambda reader: reader.word(
            "{amount} ({basis})", amount=reader.money(fee), basis=custom_fee(reader, order.terms)
        )
    )


def _instalment(each: Instalment) -> dict[str, Any]:
    value = both(
        lambda reader: reader.word(
            "{amount}, {when}", amount=reader.money(each.amount), when=_DUE[each.due](reader)
        )
    )
    return row(PART_WORDS[each.part], value)
