"""A bargain over bottles to show: forms, cards and orders of both sides."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from domain.catalogue import Product
from domain.lifecycle import Actor, Deed
from domain.money import Fee, UnitPrice
from domain.negotiation import Negotiation
from domain.offer import Offer
from domain.people import Side
from domain.quantity import Quantity
from domain.terms import (
    BalanceDue,
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    Terms,
    TradeTerm,
)
from services.cases import Case
from services.chronicle import Chronicle
from services.drafting import Form, OfferDraft
from services.matter import About, Matter
from services.moves import Move, Subject
from services.negotiating import goods_of
from tests.builders import by
from tests.views.goods import SUNNY, pants
from views.screen import Screen

PANTS = pants(moq=100)
GOODS = goods_of(PANTS)
EVERYTHING: dict[str, Any] = {
    "lead_time_days": 15,
    "shipping": Shipping.SEA,
    "payment": PaymentMethod.TRANSFER,
    "deposit_percent": 30,
    "balance_due": BalanceDue.AGAINST_DOCUMENTS,
    "moq": 200,
    "trade_term": TradeTerm.FOB,
    "trade_place": "Ningbo",
    "freight_payer": Side.BUYER,
    "quality": QualityStandard.AQL_2_5,
    "quality_note": "no scratches",
    "sample": "YJ-000042",
    "customization": frozenset({Custom.LOGO, Custom.COLOUR}),
    "custom_note": "logo on the lid",
    "custom_fee": Fee(5000, "CNY"),
    "custom_fee_basis": FeeBasis.PER_PIECE,
    "logo_file": "AgADBAAD",
    "late_percent_per_day": 50,
    "late_cap_percent": 10,
    "valid_days": 7,
    "note": "blue lids",
}
"""Every optional term."""


def offered(amount: str = "10", count: int = 500, **more: Any) -> Terms:
    """Terms of an offer for yoga pants."""
    return Terms(Quantity(count), UnitPrice.of(Decimal(amount), "CNY"), **more)


def inquiry(terms: Terms | None = None) -> Negotiation:
    """The buyer's first offer: it is the seller's turn."""
    return replace(Negotiation.inquire(1, GOODS, by(Side.BUYER), terms or offered()), id=7)


def answered(terms: Terms, first: Terms | None = None) -> Negotiation:
    """The seller's answer: it is the buyer's turn."""
    return inquiry(first).counter(1, by(Side.SELLER), terms)


def seen_by(side: Side, negotiation: Negotiation) -> Case:
    """The negotiation as one side sees it."""
    return Case(negotiation, side, SUNNY)


def recorded(case: Case) -> Chronicle:
    """The record of a negotiation of one or two offers that nobody has accepted."""
    standing = case.negotiation
    offers = [offer for offer in (standing.before, standing.offer) if offer]
    return Chronicle(standing, case.side, [_offering(standing.id, offer) for offer in offers], offers)


def _offering(number: int, offer: Offer) -> Move:
    status = {0: None, 1: "awaiting_seller", 2: "awaiting_buyer"}
    return Move(
        subject=Subject.NEGOTIATION,
        subject_id=number,
        deed=Deed.COUNTER,
        actor=Actor(offer.side.value),
        person_id=offer.author_id,
        from_status=status[offer.number - 1],
        to_status=status[offer.number] or "",
        version=offer.number,
        cause="update 1",
        at=offer.at,
    )


def empty_form() -> Form:
    """A buyer's form at its first question."""
    return form_for(PANTS)


def form_for(product: Product) -> Form:
    """A buyer's form about this product, at its first question."""
    about = About(product_id=product.id)
    return Form(OfferDraft(about), Matter(about, goods_of(product), Side.BUYER, product, SUNNY))


def counter_form(negotiation: Negotiation, side: Side) -> Form:
    """A form that answers the offer on the table."""
    about = About(negotiation_id=negotiation.id, version=negotiation.offer.number)
    return Form(OfferDraft(about).choose(), Matter(about, GOODS, side, PANTS, SUNNY, negotiation))


def data_on(screen: Screen) -> list[str]:
    """What the buttons carry."""
    return [button.data for row in screen.rows for button in row]
