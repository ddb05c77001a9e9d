"""Which terms bind each other: what may not stand together, and what gives way when one of them is said."""

from collections.abc import Mapping
from typing import Any, Final

from domain.money import UnitPrice
from domain.people import Side
from domain.terms.bounds import CurrenciesMixed, FreightAgainstTradeTerm, NoBalanceLeft
from domain.terms.choices import FREIGHT_PAYERS, BalanceDue, TradeTerm
from domain.terms.tiers import NO_TIERS, agrees, tier_price

NEEDS: Final[Mapping[str, str]] = {
    "trade_place": "trade_term",
    "late_cap_percent": "late_percent_per_day",
    "custom_fee_basis": "custom_fee",
    "sample": "quality",
}
"""Terms that mean nothing without another."""

Values = dict[str, Any]
"""Terms by the names of their fields; an open one may be missing."""


def check_freight(term: TradeTerm | None, payer: Side | None) -> None:
    """Raises FreightAgainstTradeTerm."""
    if term and payer and payer is not FREIGHT_PAYERS[term]:
        raise FreightAgainstTradeTerm(trade_term=term, payer=FREIGHT_PAYERS[term])


def check_balance(deposit_percent: int | None, due: BalanceDue | None) -> None:
    """Raises NoBalanceLeft."""
    if deposit_percent == 100 and due:
        raise NoBalanceLeft(balance_due=due)


def check_currencies(*prices: UnitPrice | None) -> None:
    """Raises CurrenciesMixed."""
    currencies = {price.currency for price in prices if price}
    if len(currencies) > 1:
        raise CurrenciesMixed(currencies=tuple(sorted(currencies)))


def give_way(stated: Values, said: frozenset[str]) -> Values:
    """What is stated without what contradicts the terms just `said` and was only taken over.

    Two terms that were both said stay, so that their contradiction is refused.
    """
    values = dict(stated)
    term, payer = values.get("trade_term"), values.get("freight_payer")
    if term and payer and payer is not FREIGHT_PAYERS[term]:
        _leave_one(values, said, "freight_payer", "trade_term")
    if values.get("deposit_percent") == 100 and values.get("balance_due"):
        _leave_one(values, said, "balance_due", "deposit_percent")
    for term, need in NEEDS.items():
        if term not in said and not values.get(need):
            values.pop(term, None)
    _price_by_tier(values, said)
    return values


def _leave_one(values: Values, said: frozenset[str], *pair: str) -> None:
    """Of a pair that contradicts itself the one not said goes; the first if neither was."""
    taken = [term for term in pair if term not in said]
    for term in taken[:1]:
        values.pop(term)


def _price_by_tier(values: Values, said: frozenset[str]) -> None:
    """An open price is the tier's; a price said by itself ends a ladder that says otherwise."""
    tiers, quantity, price = values.get("tiers"), values.get("quantity"), values.get("unit_price")
    if not tiers or not quantity or (price and agrees(tiers, quantity.count, price)):
        return
    if "unit_price" not in said:
        values["unit_price"] = tier_price(tiers, quantity.count) or tiers[0].unit_price
    elif "tiers" not in said:
        values["tiers"] = NO_TIERS
