"""The answers to the fields of an offer as short texts for buttons, and back."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.money import Fee, UnitPrice
from domain.negotiation import Goods
from domain.people import Side
from domain.quantity import Quantity, Unit
from domain.terms import (
    BalanceDue,
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    TermsDraft,
    TradeTerm,
)
from services.offer_fields import Field
from services.refusals import NotFound

MOST_BYTES_OF_A_VALUE: Final = 16
"""What is left of a button's 64 bytes beside the longest field and the offer it answers."""

_ANY_GOODS: Final = Goods(0, "", "", Unit.PIECE, "CNY", 1)
_WITH_MOQ: Final = "moq"
_FEES: Final = {"p": FeeBasis.PER_PIECE, "o": FeeBasis.ONCE}
_CUSTOM: Final = {each.value[0]: each for each in Custom}
_NOTHING: Final = "-"


def _quantity(value: str, goods: Goods) -> TermsDraft:
    """A count, perhaps as the MOQ that is asked for with it."""
    count, _, more = value.partition(".")
    moq = int(count) if more == _WITH_MOQ else None
    return TermsDraft(quantity=Quantity(int(count), Unit(goods.unit)), moq=moq)


def _payment(value: str, goods: Goods) -> TermsDraft:
    method, deposit, due = (*value.split("."), "", "")[:3]
    return TermsDraft(
        payment=PaymentMethod(method) if method else None,
        deposit_percent=int(deposit) if deposit else None,
        balance_due=BalanceDue(due) if due else None,
    )


def _freight(value: str, goods: Goods) -> TermsDraft:
    """Who pays, or a trade term with its place."""
    if value in tuple(Side):
        return TermsDraft(freight_payer=Side(value))
    term, _, place = value.partition(".")
    return TermsDraft(trade_term=TradeTerm(term), trade_place=place)


def _customization(value: str, goods: Goods) -> TermsDraft:
    """A fee, or all that is customized by its initials."""
    if value == _NOTHING:
        return TermsDraft(dropped=frozenset({"customization"}))
    if value[:1] in _FEES and value[1:]:
        fee = Fee(int(value[1:]), goods.currency)
        return TermsDraft(custom_fee=fee, custom_fee_basis=_FEES[value[0]])
    return TermsDraft(customization=frozenset(_CUSTOM[each] for each in value))


def _late(value: str, goods: Goods) -> TermsDraft:
    rate, _, cap = value.partition(".")
    return TermsDraft(late_percent_per_day=int(rate), late_cap_percent=int(cap) if cap else None)


_READ: Final[Mapping[Field, Callable[[str, Goods], TermsDraft]]] = {
    Field.QUANTITY: _quantity,
    Field.PRICE: lambda value, goods: TermsDraft(unit_price=UnitPrice(int(value), goods.currency)),
    Field.LEAD_TIME: lambda value, goods: TermsDraft(lead_time_days=int(value)),
    Field.SHIPPING: lambda value, goods: TermsDraft(shipping=Shipping(value)),
    Field.PAYMENT: _payment,
    Field.MOQ: lambda value, goods: TermsDraft(moq=int(value)),
    Field.FREIGHT: _freight,
    Field.QUALITY: lambda value, goods: TermsDraft(quality=QualityStandard(value)),
    Field.CUSTOMIZATION: _customization,
    Field.LATE: _late,
    Field.VALIDITY: lambda value, goods: TermsDraft(valid_days=int(value)),
}


def _payment_value(part: TermsDraft) -> str:
    due = f".{part.balance_due}" if part.balance_due else ""
    return f"{part.payment or ''}.{part.deposit_percent or ''}{due}"


def _freight_value(part: TermsDraft) -> str:
    """A place too long for a button is left to be typed."""
    if part.trade_term is None:
        return part.freight_payer or ""
    whole = f"{part.trade_term}.{part.trade_place}"
    is_short = part.trade_place and len(whole.encode()) <= MOST_BYTES_OF_A_VALUE
    return whole if is_short else part.trade_term.value


def _customization_value(part: TermsDraft) -> str:
    if part.custom_fee:
        basis = "o" if part.custom_fee_basis is FeeBasis.ONCE else "p"
        return f"{basis}{part.custom_fee.points}"
    return "".join(sorted(each.value[0] for each in part.customization)) or _NOTHING


def _quantity_value(part: TermsDraft) -> str:
    count = str(part.quantity.count) if part.quantity else ""
    return f"{count}.{_WITH_MOQ}" if part.moq else count


_WRITE: Final[Mapping[Field, Callable[[TermsDraft], str]]] = {
    Field.QUANTITY: _quantity_value,
    Field.PRICE: lambda part: str(part.unit_price.points) if part.unit_price else "",
    Field.LEAD_TIME: lambda part: str(part.lead_time_days or ""),
    Field.SHIPPING: lambda part: part.shipping or "",
    Field.PAYMENT: _payment_value,
    Field.MOQ: lambda part: str(part.moq or ""),
    Field.FREIGHT: _freight_value,
    Field.QUALITY: lambda part: part.quality or "",
    Field.CUSTOMIZATION: _customization_value,
    Field.LATE: lambda part: f"{part.late_percent_per_day or ''}.{part.late_cap_percent or ''}",
    Field.VALIDITY: lambda part: str(part.valid_days or ""),
}


def read_value(field: Field, value: str, goods: Goods) -> TermsDraft:
    """The part of the terms that a button's `value` stands for. Raises NotFound for what no button says."""
    try:
        return _READ[field](value, goods)
    except (KeyError, ValueError):
        raise NotFound(what="button") from None


def read_clause(field: Field, value: str) -> TermsDraft:
    """The same for a field that is read alike whatever the goods. Raises NotFound."""
    return read_value(field, value, _ANY_GOODS)


def value_of(field: Field, part: TermsDraft) -> str:
    """The text that `read_value` reads back."""
    return _WRITE[field](part)
