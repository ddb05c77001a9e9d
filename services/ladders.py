"""Price ladders offered by a button: the listed one, or some percent below it, within what tiers may be."""

import re
from typing import Final

from domain.price_tier import PriceTier
from domain.refusal import Refusal
from domain.terms import TermsDraft, Tiers
from services.matter import Matter
from services.refusals import NotFound
from services.tidy import tidy

_MARK: Final = "t"
_LEAST_STEPS: Final = 2
_IS_PERCENT: Final = re.compile("[0-9]{1,2}")


def ladder_value(percent_off: int) -> str:
    """What the button of a ladder carries."""
    return f"{_MARK}{percent_off}"


def read_ladder(value: str, matter: Matter) -> TermsDraft | None:
    """The ladder that a button's value stands for; None for another value. Raises NotFound."""
    if not value.startswith(_MARK):
        return None
    tiers = ladder(matter, int(value[1:])) if _IS_PERCENT.fullmatch(value[1:]) else None
    if tiers is None:
        raise NotFound(what="button")
    return TermsDraft(tiers=tiers)


def ladder(matter: Matter, percent_off: int) -> Tiers | None:
    """The listed tiers, `percent_off` cheaper, as prices are said; None where the listing has no ladder.

    Nor where it has one that no offer may hold: dearer in bulk, or of too many steps.
    """
    listed = matter.product.tiers if matter.product else ()
    if len(listed) < _LEAST_STEPS:
        return None
    try:
        return TermsDraft(tiers=tuple(_cheaper(tier, percent_off) for tier in listed)).tiers
    except Refusal:
        return None


def _cheaper(tier: PriceTier, percent_off: int) -> PriceTier:
    price = tier.unit_price
    lower = tidy(price.amount * (100 - percent_off) / 100, price.currency) if percent_off else price
    return PriceTier(tier.at_least, lower)
