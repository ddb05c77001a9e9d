"""What one supplier quotes, and what one unit of it costs on arrival."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Final

from domain.catalogue import Product, Supplier
from domain.lifecycle import NegotiationStatus
from domain.money import UnitPrice
from domain.negotiation import Goods, Negotiation
from domain.people import Side
from domain.terms import FREIGHT_PAYERS, FeeBasis, Shipping, Terms

Freight = Mapping[Shipping, UnitPrice]
"""What each way to ship costs for one unit, where that is known."""
_CAME_TO_NOTHING: Final = frozenset(
    (NegotiationStatus.DECLINED, NegotiationStatus.WITHDRAWN, NegotiationStatus.EXPIRED)
)


class Lack(StrEnum):
    """Why a landed unit cost cannot be worked out."""

    FREIGHT = "freight"  # nobody knows what the way to ship costs
    CURRENCY = "currency"  # freight is in another currency, and nothing is converted


@dataclass(frozen=True, slots=True)
class Quote:
    """A supplier's terms for `terms.quantity`, seen by the buyer; `negotiation` where it is no mere listing.

    `moq` counts units of the goods. `response` is the median time in which the supplier answers offers.
    `is_listed`: the supplier said nothing yet, so that his listing speaks for him. `is_example`: freight is
    worked out from rates that are nobody's tariff.
    """

    product: Product
    goods: Goods
    terms: Terms
    moq: int
    lead_time_days: int | None = None
    freight: Freight = field(default_factory=dict)
    response: timedelta | None = None
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
    def landed(self) -> UnitPrice | Lack:
        """Unit price plus fee and freight for one unit, or why that is not known.

        Freight that the seller pays is in his price. Amounts of different currencies are never added.
        """
        price, way = self.terms.unit_price, self.shipped_by
        shares = price.points + (self.fee_each or 0)
        if self._pays_freight is Side.SELLER:
            return UnitPrice(shares, price.currency)
        freight = self.freight.get(way) if way else None
        if freight is None:
            return Lack.FREIGHT
        if freight.currency != price.currency:
            return Lack.CURRENCY
        return UnitPrice(shares + freight.points, price.currency)

    @property
    def _pays_freight(self) -> Side | None:
        trade_term = self.terms.trade_term
        return FREIGHT_PAYERS[trade_term] if trade_term else self.terms.freight_payer
