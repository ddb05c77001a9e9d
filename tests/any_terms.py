"""Any terms that the trade allows, for properties that hold for all of them."""

from typing import Any

from hypothesis import strategies as st

from domain.money import EXPONENTS, Fee, UnitPrice
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import MAX_COUNT, Quantity, Unit
from domain.terms import (
    FREIGHT_PAYERS,
    MAX_LATE_PERCENT_PER_DAY,
    MAX_LEAD_TIME_DAYS,
    MAX_NOTE_LENGTH,
    MAX_PLACE_LENGTH,
    MAX_TIERS,
    MAX_VALID_DAYS,
    BalanceDue,
    Custom,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    Terms,
    TermsDraft,
    Tiers,
    TradeTerm,
    tier_price,
)

counts = st.integers(1, MAX_COUNT)
points = st.integers(1, 10**9)
quantities = st.builds(Quantity, counts, st.sampled_from(Unit))
prices = st.builds(UnitPrice, points, st.sampled_from(sorted(EXPONENTS)))
notes = st.text(max_size=MAX_NOTE_LENGTH // 2)
"""A character counts up to two."""

INDEPENDENT: dict[str, st.SearchStrategy[Any]] = {
    "moq": st.none() | counts,
    "lead_time_days": st.none() | st.integers(1, MAX_LEAD_TIME_DAYS),
    "shipping": st.none() | st.sampled_from(Shipping),
    "payment": st.none() | st.sampled_from(PaymentMethod),
    "quality_note": notes,
    "customization": st.frozensets(st.sampled_from(Custom)),
    "custom_note": notes,
    "logo_file": st.sampled_from(["", "AgADBAADqacxG"]),
    "valid_days": st.none() | st.integers(1, MAX_VALID_DAYS),
    "note": notes,
    "is_refundable": st.booleans(),
}
"""Terms that bind no other; each may be open."""


@st.composite
def freight(draw: st.DrawFn) -> dict[str, Any]:
    """Trade term, place and who pays the freight, in agreement."""
    term = draw(st.none() | st.sampled_from(TradeTerm))
    payer = draw(st.sampled_from([None, FREIGHT_PAYERS[term]]) if term else st.none() | st.sampled_from(Side))
    place = draw(st.text(max_size=MAX_PLACE_LENGTH // 2)) if term else ""
    return {"trade_term": term, "freight_payer": payer, "trade_place": place}


@st.composite
def quality(draw: st.DrawFn) -> dict[str, Any]:
    """A standard, and perhaps the golden sample that goes with one."""
    standard = draw(st.none() | st.sampled_from(QualityStandard))
    return {"quality": standard, "sample": draw(st.sampled_from(["", "YJ-000042"])) if standard else ""}


@st.composite
def staged(draw: st.DrawFn) -> dict[str, Any]:
    """Deposit and balance; and compensation, whose cap needs a percentage."""
    deposit = draw(st.none() | st.integers(1, 100))
    balance = None if deposit == 100 else draw(st.none() | st.sampled_from(BalanceDue))
    late = draw(st.none() | st.integers(1, MAX_LATE_PERCENT_PER_DAY))
    cap = draw(st.none() | st.integers(1, 100)) if late else None
    late_terms = {"late_percent_per_day": late, "late_cap_percent": cap}
    return {"deposit_percent": deposit, "balance_due": balance, **late_terms}


@st.composite
def ladders(draw: st.DrawFn, currency: str) -> Tiers:
    """Price tiers in order, perhaps none."""
    steps = sorted(draw(st.sets(counts, max_size=MAX_TIERS)))
    falling = sorted(draw(st.lists(points, min_size=len(steps), max_size=len(steps))), reverse=True)
    return tuple(PriceTier(n, UnitPrice(each, currency)) for n, each in zip(steps, falling, strict=True))


@st.composite
def priced(draw: st.DrawFn) -> dict[str, Any]:
    """Quantity, unit price, tiers, customization fee and a sample's freight, in agreement."""
    asked, price = draw(quantities), draw(prices)
    tiers = draw(ladders(price.currency))
    own = tier_price(tiers, asked.count) or (tiers[0].unit_price if tiers else price)
    fee = draw(st.none() | st.builds(Fee, st.integers(0, 10**6), st.just(price.currency)))
    basis = draw(st.sampled_from(FeeBasis)) if fee and fee.points else None
    carriage = draw(st.none() | st.builds(Fee, st.integers(0, 10**6), st.just(price.currency)))
    fee_terms = {"custom_fee": fee, "custom_fee_basis": basis, "freight_charge": carriage}
    return {"quantity": asked, "unit_price": own, "tiers": tiers, **fee_terms}


@st.composite
def any_terms(draw: st.DrawFn) -> Terms:
    """Terms of an offer."""
    independent = draw(st.fixed_dictionaries(INDEPENDENT))
    return Terms(**draw(priced()), **draw(freight()), **draw(quality()), **draw(staged()), **independent)


@st.composite
def any_draft(draw: st.DrawFn) -> TermsDraft:
    """Terms on their way, of which any may be open; ladders and fees come with a price alone."""
    quantity, price = draw(st.none() | quantities), draw(st.none() | prices)
    independent = draw(st.fixed_dictionaries(INDEPENDENT))
    return TermsDraft(quantity, price, **draw(freight()), **draw(quality()), **draw(staged()), **independent)
