"""The usual answers to payment and the further terms, from MOQ and freight to compensation and validity."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from domain.catalogue import Supplier
from domain.money import Fee, PriceOutOfBounds
from domain.people import Side
from domain.terms import BalanceDue, Custom, FeeBasis, PaymentMethod, QualityStandard, TermsDraft, TradeTerm
from services.drafting import Form
from services.offer_fields import Field
from services.tidy import tidy

_PORTS: Final[Mapping[str, str]] = {
    "Zhejiang": "Ningbo",
    "Jiangxi": "Ningbo",
    "Shanghai": "Shanghai",
    "Jiangsu": "Shanghai",
    "Anhui": "Shanghai",
    "Guangdong": "Shenzhen",
    "Guangxi": "Shenzhen",
    "Hunan": "Shenzhen",
    "Fujian": "Xiamen",
    "Shandong": "Qingdao",
    "Henan": "Qingdao",
    "Hebei": "Tianjin",
    "Beijing": "Tianjin",
    "Tianjin": "Tianjin",
}
"""The port that a province's goods usually leave from; elsewhere any of them, so none is named."""

_PAYMENTS: Final = (
    TermsDraft(payment=PaymentMethod.TRANSFER, deposit_percent=30),
    TermsDraft(deposit_percent=30),
    TermsDraft(deposit_percent=100),
    *(TermsDraft(payment=method) for method in PaymentMethod),
)
_STAGED: Final = (
    TermsDraft(deposit_percent=30),
    TermsDraft(deposit_percent=100),
    *(TermsDraft(balance_due=due) for due in BalanceDue),
    *(TermsDraft(payment=method) for method in PaymentMethod),
)
"""Once there is a deposit, the rest of the price is due at some moment."""
_IN_FULL: Final = 100
_MOQ_PARTS: Final = (1, 2, 5, 10)
_FEE_PERCENTS: Final = (2, 5)
_ONCE_PERCENT: Final = 5
_ROUND: Final = 1
_LATE: Final = ((50, 5), (50, 10), (100, 10), (100, 20))
_VALIDITIES: Final = (3, 7, 14, 30)


def payment_choices(deposit_percent: int | None) -> tuple[TermsDraft, ...]:
    """Ways to pay and deposits; where a deposit is agreed, also when the rest is due."""
    return _STAGED if deposit_percent and deposit_percent < _IN_FULL else _PAYMENTS


def freight_choices(supplier: Supplier | None) -> list[TermsDraft]:
    """Who pays, or the usual trade terms of sea freight from the supplier's province."""
    port = _PORTS.get(supplier.province, "") if supplier else ""
    return [
        *(TermsDraft(freight_payer=side) for side in (Side.SELLER, Side.BUYER)),
        TermsDraft(trade_term=TradeTerm.EXW, trade_place=supplier.city if supplier else ""),
        TermsDraft(trade_term=TradeTerm.FOB, trade_place=port),
        *(TermsDraft(trade_term=term) for term in (TradeTerm.CIF, TradeTerm.DAP, TradeTerm.DDP)),
    ]


def quality_choices() -> list[TermsDraft]:
    """The approved sample, and the acceptance limits of ISO 2859-1 that inspectors use."""
    return [TermsDraft(quality=standard) for standard in QualityStandard]


def late_choices() -> list[TermsDraft]:
    """Half a percent or a whole one a day, with a cap."""
    return [TermsDraft(late_percent_per_day=rate, late_cap_percent=cap) for rate, cap in _LATE]


def validity_choices() -> list[TermsDraft]:
    """Days that an offer usually stands."""
    return [TermsDraft(valid_days=days) for days in _VALIDITIES]


def _moqs(form: Form) -> list[TermsDraft]:
    """The listed MOQ and round parts of it, none above what is ordered."""
    listed, count = form.matter.goods.moq, form.whole.quantity.count
    lower = [listed // part for part in _MOQ_PARTS if listed % part == 0]
    return [TermsDraft(moq=moq) for moq in lower if moq <= count]


def _customizations(form: Form) -> list[TermsDraft]:
    """Each thing to customize, put in or taken out; then what it may cost."""
    chosen = form.whole.customization
    toggled = (chosen ^ {each} for each in Custom)
    things = [
        TermsDraft(customization=each) if each else TermsDraft(dropped=frozenset({"customization"}))
        for each in toggled
    ]
    return [*things, *(_fees(form) if chosen else [])]


def _fees(form: Form) -> list[TermsDraft]:
    """Nothing; a few percent of the unit price for each piece; or once, measured by the smallest order."""
    price, goods = form.whole.unit_price, form.matter.goods
    each = [price.amount * percent / 100 for percent in _FEE_PERCENTS]
    once = price.amount * goods.moq * _ONCE_PERCENT / 100
    bases = [*((amount, FeeBasis.PER_PIECE) for amount in each), (once, FeeBasis.ONCE)]
    free = TermsDraft(custom_fee=Fee(0, goods.currency))
    fees = (_fee(amount, basis, goods.currency) for amount, basis in bases)
    return [free, *(fee for fee in fees if fee)]


def _fee(amount: Decimal, basis: FeeBasis, currency: str) -> TermsDraft | None:
    """None where so little, or so much, is no price."""
    try:
        tidied = tidy(amount, currency, significant=_ROUND)
    except PriceOutOfBounds:
        return None
    return TermsDraft(custom_fee=Fee(tidied.points, currency), custom_fee_basis=basis)


CLAUSES: Final[Mapping[Field, Callable[[Form], list[TermsDraft]]]] = {
    Field.MOQ: _moqs,
    Field.FREIGHT: lambda form: freight_choices(form.matter.supplier),
    Field.QUALITY: lambda form: quality_choices(),
    Field.CUSTOMIZATION: _customizations,
    Field.LATE: lambda form: late_choices(),
    Field.VALIDITY: lambda form: validity_choices(),
}
