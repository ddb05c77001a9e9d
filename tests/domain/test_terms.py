"""Terms are data: kept, compared and signed to the last figure."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Fee, UnitPrice
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import Quantity, Unit
from domain.terms import (
    MAX_LATE_PERCENT_PER_DAY,
    MAX_LEAD_TIME_DAYS,
    MAX_NOTE_LENGTH,
    MAX_PLACE_LENGTH,
    MAX_TIERS,
    MAX_VALID_DAYS,
    BalanceDue,
    CompensationOutOfBounds,
    Custom,
    DepositOutOfBounds,
    LeadTimeOutOfBounds,
    MissingTerm,
    MoqOutOfBounds,
    NoteTooLong,
    PaymentMethod,
    QualityStandard,
    Shipping,
    Terms,
    TermsDraft,
    TiersDisorderly,
    TradeTerm,
    ValidityOutOfBounds,
    changes,
    from_record,
    to_record,
)
from tests.any_terms import INDEPENDENT, any_draft, any_terms
from tests.builders import price, terms

dropped = st.frozensets(st.sampled_from(sorted(INDEPENDENT)))


def ladder(*rungs: tuple[int, str]) -> tuple[PriceTier, ...]:
    """Price tiers in yuan."""
    return tuple(PriceTier(count, price(amount)) for count, amount in rungs)


LADDER = ladder((500, "12.50"), (1000, "11"))


@given(any_draft(), dropped)
def test_what_is_kept_is_what_was_said(draft: TermsDraft, dropped: frozenset[str]) -> None:
    draft = replace(draft, dropped=dropped)

    kept = json.loads(json.dumps(to_record(draft)))

    assert from_record(kept) == draft


@given(any_terms(), any_terms())
def test_two_terms_have_one_digest_exactly_if_they_are_equal(one: Terms, other: Terms) -> None:
    kept = from_record(to_record(one)).settle()

    assert kept.digest() == one.digest()
    assert (one.digest() == other.digest()) is (one == other)


@given(any_terms(), any_terms())
def test_what_changed_is_what_differs(before: Terms, after: Terms) -> None:
    named = changes(before, after)

    taken_over = replace(before, **{name: getattr(after, name) for name in named})
    assert taken_over == after
    assert all(getattr(before, name) != getattr(after, name) for name in named)


@given(any_draft(), any_draft())
def test_open_terms_are_taken_from_the_offer_answered(draft: TermsDraft, answered: TermsDraft) -> None:
    filled = draft.filled_from(answered)

    for name in ("quantity", "unit_price", *INDEPENDENT):
        said, before = getattr(draft, name), getattr(answered, name)
        assert getattr(filled, name) == (said or before)


@given(any_terms(), dropped)
def test_dropped_terms_are_taken_from_nowhere(answered: Terms, dropped: frozenset[str]) -> None:
    filled = TermsDraft(dropped=dropped).filled_from(answered).settle()

    assert set(changes(answered, filled)) <= dropped
    assert not any(getattr(filled, name) for name in dropped)
    assert filled.dropped == frozenset()


@given(any_draft(), dropped)
def test_a_term_said_again_is_dropped_no_more(said: TermsDraft, dropped: frozenset[str]) -> None:
    filled = said.filled_from(TermsDraft(dropped=dropped))

    assert filled.dropped == {name for name in dropped if not getattr(said, name)}


def test_the_digest_of_terms_never_changes_between_releases() -> None:
    signed = terms(lead_time_days=15, shipping=Shipping.SEA, note="不要木箱")
    classic = Terms(
        Quantity(500, Unit.SET),
        UnitPrice(235, "USD"),
        lead_time_days=15,
        shipping=Shipping.RAIL,
        payment=PaymentMethod.ALIPAY,
        deposit_percent=30,
        note="two cartons a set",
    )

    assert classic.digest() == "37646332083c4b6f7bfe52947d4529ec057a0bb33e03426452d6301465205afa"
    assert signed.digest() == "b392614fcd135a5743f8eac455c6070835fa72351eb609b7ce4d99c392ff773e"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("quantity", Quantity(501)),
        ("quantity", Quantity(500, Unit.SET)),
        ("unit_price", price("12.51")),
        ("unit_price", price("12.50", "USD")),
        ("lead_time_days", 15),
        ("shipping", Shipping.AIR),
        ("payment", PaymentMethod.CARD),
        ("deposit_percent", 30),
        ("note", "."),
        ("tiers", LADDER),
        ("moq", 50),
        ("freight_payer", Side.SELLER),
        ("trade_term", TradeTerm.FOB),
        ("balance_due", BalanceDue.AGAINST_DOCUMENTS),
        ("quality", QualityStandard.AQL_2_5),
        ("quality_note", "."),
        ("customization", frozenset({Custom.LOGO})),
        ("custom_note", "."),
        ("custom_fee", Fee(0, "CNY")),
        ("logo_file", "AgAD"),
        ("late_percent_per_day", 50),
        ("valid_days", 3),
    ],
)
def test_any_figure_that_differs_makes_another_digest(field: str, value: Any) -> None:
    changed = replace(terms(), **{field: value})

    assert changed.digest() != terms().digest()
    assert changes(terms(), changed) == (field,)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"lead_time_days": 0}, LeadTimeOutOfBounds),
        ({"lead_time_days": MAX_LEAD_TIME_DAYS + 1}, LeadTimeOutOfBounds),
        ({"deposit_percent": 0}, DepositOutOfBounds),
        ({"deposit_percent": 101}, DepositOutOfBounds),
        ({"note": "x" * (MAX_NOTE_LENGTH + 1)}, NoteTooLong),
        ({"note": "🧵" * (MAX_NOTE_LENGTH // 2 + 1)}, NoteTooLong),
        ({"quality_note": "x" * (MAX_NOTE_LENGTH + 1)}, NoteTooLong),
        ({"trade_place": "x" * (MAX_PLACE_LENGTH + 1)}, NoteTooLong),
        ({"moq": 0}, MoqOutOfBounds),
        ({"late_percent_per_day": MAX_LATE_PERCENT_PER_DAY + 1}, CompensationOutOfBounds),
        ({"late_cap_percent": 101}, CompensationOutOfBounds),
        ({"valid_days": MAX_VALID_DAYS + 1}, ValidityOutOfBounds),
        ({"tiers": ladder((500, "12"), (500, "11"))}, TiersDisorderly),
        ({"tiers": ladder((500, "12"), (1000, "12.01"))}, TiersDisorderly),
        ({"tiers": ladder(*((n, "12") for n in range(1, MAX_TIERS + 2)))}, TiersDisorderly),
        ({"tiers": (*LADDER, PriceTier(2000, price("1", "USD")))}, TiersDisorderly),
    ],
)
def test_terms_beyond_their_bounds_are_refused(values: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        TermsDraft(**values)


@pytest.mark.parametrize(
    ("draft", "missing"),
    [(TermsDraft(unit_price=price("1")), "quantity"), (TermsDraft(Quantity(1)), "unit_price")],
)
def test_an_offer_needs_a_quantity_and_a_price(draft: TermsDraft, missing: str) -> None:
    with pytest.raises(MissingTerm) as refusal:
        draft.settle()

    assert refusal.value.facts == {"term": missing}


def test_a_record_with_something_unknown_in_it_is_not_guessed_at() -> None:
    with pytest.raises(TypeError):
        from_record({"quantity": 1, "unit": "piece", "surcharge": 5})
