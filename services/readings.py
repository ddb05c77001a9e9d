"""What one reading of a doubt stands for: a term, and the value it would take."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

from domain.money import UnitPrice
from domain.negotiation import Goods
from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.refusal import Refusal
from domain.terms import BalanceDue, PaymentMethod, QualityStandard, Shipping, TermsDraft, TradeTerm
from language.doubt import Term


def _whole(value: Decimal) -> int:
    if value != value.to_integral_value():
        raise ValueError("a fraction where whole numbers count")
    return int(value)


_PARTS: Final[Mapping[Term, Callable[[Any, Goods], TermsDraft]]] = {
    Term.QUANTITY: lambda value, goods: TermsDraft(quantity=Quantity(_whole(value), Unit(goods.unit))),
    Term.UNIT_PRICE: lambda value, goods: TermsDraft(unit_price=UnitPrice.of(value, goods.currency)),
    Term.MINIMUM: lambda value, _: TermsDraft(moq=_whole(value)),
    Term.LEAD_TIME: lambda value, _: TermsDraft(lead_time_days=_whole(value)),
    Term.SHIPPING: lambda value, _: TermsDraft(shipping=Shipping(value)),
    Term.FREIGHT: lambda value, _: TermsDraft(freight_payer=Side(value)),
    Term.TRADE_TERM: lambda value, _: TermsDraft(trade_term=TradeTerm(value)),
    Term.PAYMENT: lambda value, _: TermsDraft(payment=PaymentMethod(value)),
    Term.DEPOSIT: lambda value, _: TermsDraft(deposit_percent=_whole(value)),
    Term.BALANCE: lambda value, _: TermsDraft(balance_due=BalanceDue(value)),
    Term.QUALITY: lambda value, _: TermsDraft(quality=QualityStandard(value)),
    Term.LATE: lambda value, _: TermsDraft(late_percent_per_day=_whole(value * 100)),
    Term.VALIDITY: lambda value, _: TermsDraft(valid_days=_whole(value)),
}
"""Terms that a button can state by itself; of late delivery the rate, in percent a day."""


def part_of(term: Term, value: Decimal | str, goods: Goods) -> TermsDraft | None:
    """The terms of a reading; None when the trade knows no such value, or no button can say it alone."""
    part = _PARTS.get(term)
    try:
        return part(value, goods) if part else None
    except (Refusal, ValueError):
        return None
