"""What one supplier quotes for one quantity."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Final

from domain.catalogue import Product, Supplier
from domain.lifecycle import NegotiationStatus
from domain.money import UnitPrice
from domain.negotiation import Goods, Negotiation
from domain.people import Side
from domain.terms import FREIGHT_PAYERS, FeeBasis, Shipping, Terms
from services.landing import Landed

Freight = Mapping[Shipping, UnitPrice]
"""What each way to ship costs for one unit, where that is known."""
_CAME_TO_NOTHING: Final = frozenset(
    (NegotiationStatus.DECLINED, NegotiationStatus.WITHDRAWN, NegotiationStatus.EXPIRED)
)


class Lack(StrEnum):
    """Why a landed unit cost cannot be worked out."""

    FREIGHT = "freight"  # nobody knows what the way to ship costs
    CURRENCY = "currency"  # freight is in another currency, and nobody imported a rate


@dataclass(frozen=True, slots=True)
class Quote:
    """A supplier's terms for `terms.quantity`, seen by the buyer; `negotiation` where it is no mere listing.

    `moq` counts units of the goods. `is_listed`: the supplier said nothing yet, his listing speaks for him.
    `is_example`: freight is worked out from rates that are nobody's tariff.
    """

    product: Product
    goods: Goods
    terms: Terms
    moq: int
    lead_time_days: int | None = None
    freight: Freight = field(default_factory=dict)
    landed: Landed | Lack = Lack.FREIGHT
    negotiation: Negotiation | None = None
    is_listed: bool = False
    is_example: bool = False

    @property
    def supplier(self) -> Supplier:
        """Whose quote it is."""
        return self.product.supplier

    @property
    def is_live(self) -> bool:
        """Whether it may still be had: a negotiation that came to nothing only stands there to be seen."""
        return self.negotiation is None or self.negotiation.status not in _CAME_TO_NOTHING

    @property
    def fee_each(self) -> int | None:
        """The customization fee for one unit, in points of the offer's currency; None where none is stated.

        A fee charged once is spread over the quantity, rounded up to a point.
        """
        fee = self.terms.custom_fee
        if fee is None or self.terms.custom_fee_basis is not FeeBasis.ONCE:
            return fee.points if fee else None
        return int((Decimal(fee.points) / self.terms.quantity.count).to_integral_value(ROUND_CEILING))

    @property
    def shipped_by(self) -> Shipping | None:
        """The way to ship that counts: the one agreed on, else by sea, else by air; None if none is known."""
        if self.terms.shipping:
            return self.terms.shipping
        return next((way for way in (Shipping.SEA, Shipping.AIR) if way in self.freight), None)

    @property
    def with_fee(self) -> UnitPrice:
        """The unit price and the customization fee for one unit. Raises PriceOutOfBounds."""
        price = self.terms.unit_price
        return UnitPrice(price.points + (self.fee_each or 0), price.currency)

    @property
    def freight_payer(self) -> Side | None:
        """Who pays the main freight; None where the terms leave it open."""
        trade_term = self.terms.trade_term
        return FREIGHT_PAYERS[trade_term] if trade_term else self.terms.freight_payer
