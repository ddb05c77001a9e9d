"""Orders with all that an agreement can say, and the paper that is made of them, read back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pypdfium2

from domain.catalogue import Qualification, Supplier
from domain.details import Delivery, Details, Line
from domain.lifecycle import NegotiationStatus
from domain.money import Fee
from domain.order import Order
from domain.people import Side
from domain.terms import (
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    Terms,
    TradeTerm,
)
from printing.paper import agreement
from services.cases import OrderCase
from tests.builders import by, inquiry, terms
from views.agreement_paper import paper

FACTORY = Supplier(
    1, "Ningbo Cups", "宁波杯业", Qualification.VERIFIED_FACTORY, province="Zhejiang", city="Ningbo", phone=""
)
ADDRESS = "5 Harbour Street\n3011 Rotterdam"
SPLIT = (
    Line((("colour", "red"), ("size", "S")), 200),
    Line((("colour", "red"), ("size", "M")), 300),
)
FULL = terms(
    "6.60",
    lead_time_days=20,
    shipping=Shipping.SEA,
    trade_term=TradeTerm.FOB,
    trade_place="Ningbo",
    payment=PaymentMethod.TRANSFER,
    deposit_percent=30,
    quality=QualityStandard.AQL_2_5,
    quality_note="No scratches",
    customization=frozenset({Custom.LOGO}),
    custom_fee=Fee.of(Decimal("0.25"), "CNY"),
    custom_fee_basis=FeeBasis.PER_PIECE,
    late_percent_per_day=50,
    late_cap_percent=10,
    note="Best regards",
)


def ordered(agreed: Terms = FULL, *, is_final: bool = True, **details: Any) -> OrderCase:
    """An order as the buyer sees it; its details as stated, else an address only."""
    asked = inquiry()
    offer = replace(asked.offer, terms=agreed)
    negotiation = replace(asked, offer=offer, status=NegotiationStatus.AGREED)
    said = Details(details.pop("delivery", None) or Delivery(ADDRESS), **details)
    order = replace(Order.place(negotiation, by(Side.BUYER), said), id=42)
    return OrderCase(confirmed(order) if is_final else order, Side.BUYER, FACTORY)


def confirmed(order: Order) -> Order:
    """Both sides pressed."""
    return order.confirm(1, by(Side.BUYER)).confirm(1, by(Side.SELLER))


def whole_order() -> OrderCase:
    """Everything that can be stated is."""
    delivery = Delivery(ADDRESS, "Šárka Müller", "+31612345678", "NL")
    return ordered(delivery=delivery, lines=SPLIT, wanted_on=date(2026, 5, 1), note="Please call first")


def printed(case: OrderCase) -> bytes:
    """The paper, made in this process."""
    return agreement({**paper(case), "link": "https://t.me/a_bot?start=v_x"})


def read(pdf: bytes) -> str:
    """All text of the pages, one after another."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)
