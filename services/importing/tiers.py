"""Reading price tiers such as "50:12.50;500:11.00"."""

import re
from itertools import pairwise
from typing import Final

from domain.price_tier import PriceTier
from domain.quantity import MAX_COUNT
from services.importing.numbers import plain, read_price, read_whole
from services.importing.problems import Kind, Misread

EXAMPLE: Final = "50:12.50;500:11.00"
MOST_TIERS: Final = 20


def read_tiers(text: str, currency: str) -> tuple[PriceTier, ...]:
    """The tiers of a cell, quantities rising; prices in major units of `currency`. Raises Misread."""
    parts = [part for part in plain(text).split(";") if part.strip()]
    if not 0 < len(parts) <= MOST_TIERS:
        raise Misread(Kind.NOT_TIERS, EXAMPLE)
    tiers = tuple(_tier(part, currency) for part in parts)
    if any(later.at_least <= earlier.at_least for earlier, later in pairwise(tiers)):
        raise Misread(Kind.TIERS_NOT_RISING, EXAMPLE)
    return tiers


def is_dearer_in_bulk(tiers: tuple[PriceTier, ...]) -> bool:
    """Whether more units cost more each: seldom meant."""
    return any(later.unit_price.points > earlier.unit_price.points for earlier, later in pairwise(tiers))


def _tier(part: str, currency: str) -> PriceTier:
    match = re.fullmatch(r"\s*([^:]+?)\s*:\s*([^:]+?)\s*", part)
    if match is None:
        raise Misread(Kind.NOT_TIERS, EXAMPLE)
    return PriceTier(read_whole(match[1], MAX_COUNT), read_price(match[2], currency))
