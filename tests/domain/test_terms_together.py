"""Terms that bind each other: refused when both are said, giving way when one is only taken over."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from domain.money import Fee
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import Quantity
from domain.refusal import Refusal
from domain.terms import (
    BalanceDue,
    CurrenciesMixed,
    FeeBasis,
    FreightAgainstTradeTerm,
    MissingTerm,
    NoBalanceLeft,
    PriceAgainstTier,
    Terms,
    TermsDraft,
    TradeTerm,
)
from tests.any_terms import INDEPENDENT, any_draft, any_terms
from tests.builders import price, terms


def ladder(*rungs: tuple[int, str]) -> tuple[PriceTier, ...]:
    """Price tiers in yuan."""
    return tuple(PriceTier(count, price(amount)) for count, amount in rungs)


LADDER = ladder((500, "12.50"), (1000, "11"))


@pytest.mark.parametrize(
    ("together", "refusal"),
    [
        ({"tiers": LADDER, "quantity": Quantity(500), "unit_price": price("12")}, PriceAgainstTier),
        ({"tiers": LADDER, "quantity": Quantity(499), "unit_price": price("12.49")}, PriceAgainstTier),
        ({"trade_term": TradeTerm.FOB, "freight_payer": Side.SELLER}, FreightAgainstTradeTerm),
        ({"trade_term": TradeTerm.DDP, "freight_payer": Side.BUYER}, FreightAgainstTradeTerm),
        ({"deposit_percent": 100, "balance_due": BalanceDue.ON_DELIVERY}, NoBalanceLeft),
        ({"unit_price": price("1"), "custom_fee": Fee(1, "USD")}, CurrenciesMixed),
        ({"unit_price": price("1"), "freight_charge": Fee(1, "USD")}, CurrenciesMixed),
    ],
)
def test_terms_that_contradict_each_other_are_refused(
    together: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        TermsDraft(**together)


@pytest.mark.parametrize(
    ("alone", "missing"),
    [
        ({"trade_place": "Ningbo"}, "trade_term"),
        ({"late_cap_percent": 10}, "late_percent_per_day"),
        ({"custom_fee": Fee(5000, "CNY")}, "custom_fee_basis"),
        ({"custom_fee_basis": FeeBasis.ONCE}, "custom_fee"),
    ],
)
def test_half_a_term_is_not_sent(alone: dict[str, Any], missing: str) -> None:
    with pytest.raises(MissingTerm) as refusal:
        replace(TermsDraft(Quantity(500), price("1")), **alone).settle()

    assert refusal.value.facts == {"term": missing}


@pytest.mark.parametrize(
    ("said", "standing", "filled"),
    [
        (  # a ladder sets the price of the quantity that stands
            TermsDraft(tiers=LADDER),
            terms("13", count=1500),
            terms("11", count=1500, tiers=LADDER),
        ),
        (  # another quantity falls into another tier
            TermsDraft(Quantity(1000)),
            terms("12.50", tiers=LADDER),
            terms("11", count=1000, tiers=LADDER),
        ),
        (  # a price said by itself ends the ladder
            TermsDraft(unit_price=price("12")),
            terms("12.50", tiers=LADDER),
            terms("12"),
        ),
        (  # below the ladder a dearer price stands
            TermsDraft(tiers=LADDER),
            terms("14", count=300),
            terms("14", count=300, tiers=LADDER),
        ),
        (  # another trade term turns the freight round, and its place with it
            TermsDraft(trade_term=TradeTerm.CIF),
            terms(trade_term=TradeTerm.FOB, trade_place="Ningbo", freight_payer=Side.BUYER),
            terms(trade_term=TradeTerm.CIF),
        ),
        (  # and who pays the freight ends a trade term that says otherwise
            TermsDraft(freight_payer=Side.SELLER),
            terms(trade_term=TradeTerm.FOB, trade_place="Ningbo"),
            terms(freight_payer=Side.SELLER),
        ),
        (  # all in advance leaves no balance
            TermsDraft(deposit_percent=100),
            terms(deposit_percent=30, balance_due=BalanceDue.ON_DELIVERY),
            terms(deposit_percent=100),
        ),
        (  # free of charge is for nothing in particular
            TermsDraft(custom_fee=Fee(0, "CNY")),
            terms(custom_fee=Fee(80_000, "CNY"), custom_fee_basis=FeeBasis.ONCE),
            terms(custom_fee=Fee(0, "CNY")),
        ),
    ],
)
def test_what_was_taken_over_gives_way_to_what_is_said(
    said: TermsDraft, standing: Terms, filled: Terms
) -> None:
    assert said.filled_from(standing).settle() == filled


@given(any_draft(), any_terms())
def test_what_is_said_stands_or_is_refused_and_is_never_bent(said: TermsDraft, standing: Terms) -> None:
    try:
        filled = said.filled_from(standing).settle()
    except (CurrenciesMixed, MissingTerm):
        return

    assert all(getattr(filled, name) == getattr(said, name) for name in INDEPENDENT if getattr(said, name))
    assert filled.unit_price == (said.unit_price or filled.unit_price)
    assert filled.trade_term == (said.trade_term or filled.trade_term)
    assert filled.deposit_percent == (said.deposit_percent or filled.deposit_percent)


@pytest.mark.parametrize(
    ("fee", "total"),
    [
        ({}, 625_000),
        ({"custom_fee": Fee(5001, "CNY"), "custom_fee_basis": FeeBasis.PER_PIECE}, 650_005),
        ({"custom_fee": Fee(5050, "CNY"), "custom_fee_basis": FeeBasis.ONCE}, 625_051),
        ({"custom_fee": Fee(0, "CNY")}, 625_000),
        ({"freight_charge": Fee(3050, "CNY")}, 625_031),
    ],
)
def test_fee_and_freight_are_in_the_total_each_rounded_by_itself(fee: dict[str, Any], total: int) -> None:
    assert terms(**fee).total().minor == total


@given(any_terms())
def test_the_total_is_the_sum_of_its_lines(offered: Terms) -> None:
    try:
        goods = offered.unit_price.times(offered.quantity.count)
        charges, total = (offered.fee_total(), offered.freight_total()), offered.total()
    except Refusal:
        return

    assert total.minor == goods.minor + sum(each.minor for each in charges if each)
    assert total.currency == offered.unit_price.currency
