"""An offered price ladder: what a unit costs from which count on."""

from itertools import pairwise
from typing import Final

from domain.money import UnitPrice
from domain.price_tier import PriceTier
from domain.terms.bounds import MAX_TIERS, PriceAgainstTier, TiersDisorderly

Tiers = tuple[PriceTier, ...]

NO_TIERS: Final[Tiers] = ()


def check_tiers(tiers: Tiers) -> None:
    """At most MAX_TIERS; counts rise strictly from 1, prices never rise. Raises TiersDisorderly."""
    is_orderly = all(
        low.at_least < high.at_least and high.unit_price.points <= low.unit_price.points
        for low, high in pairwise(tiers)
    )
    currencies = {tier.unit_price.currency for tier in tiers}
    if not is_orderly or len(tiers) > MAX_TIERS or len(currencies) > 1 or any(t.at_least < 1 for t in tiers):
        raise TiersDisorderly(tiers=tiers, most=MAX_TIERS)


def tier_price(tiers: Tiers, count: int) -> UnitPrice | None:
    """The price of the tier that `count` units fall in; None below the first."""
    return next((tier.unit_price for tier in reversed(tiers) if tier.at_least <= count), None)


def agrees(tiers: Tiers, count: int, price: UnitPrice) -> bool:
    """Whether the unit price is the tier's own, or below the first tier no lower than the first."""
    own = tier_price(tiers, count)
    return price == own if own else not tiers or price.points >= tiers[0].unit_price.points


def check_price(tiers: Tiers, count: int, price: UnitPrice) -> None:
    """Raises PriceAgainstTier where the price contradicts the ladder."""
    if not agrees(tiers, count, price):
        own = tier_price(tiers, count) or tiers[0].unit_price
        raise PriceAgainstTier(price=price, tier=own, count=count)
