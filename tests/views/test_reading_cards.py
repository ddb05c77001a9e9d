"""A card is read back, in every language, to exactly the terms it shows."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import Fee, UnitPrice
from domain.people import Language
from domain.quantity import Quantity, Unit
from domain.terms import (
    FREIGHT_PAYERS,
    TERMS,
    BalanceDue,
    FeeBasis,
    PaymentMethod,
    QualityStandard,
    Shipping,
    Terms,
    TermsDraft,
    TradeTerm,
)
from language.offer import read_offer
from language.reading import Context
from tests.views.test_terms import words_of
from views.reader import Reader
from views.terms import term_lines

FIGURES = st.builds(
    Terms,
    quantity=st.builds(Quantity, st.integers(1, 9_999_999), st.sampled_from([Unit.PIECE, Unit.SET])),
    unit_price=st.builds(UnitPrice, st.integers(1, 5_000_000), st.just("CNY")),
    moq=st.none() | st.integers(1, 9_999_999),
    lead_time_days=st.none() | st.integers(1, 365),
    shipping=st.none() | st.sampled_from(Shipping),
    trade_term=st.none() | st.sampled_from(TradeTerm),
    payment=st.none() | st.sampled_from(PaymentMethod),
    deposit_percent=st.none() | st.integers(1, 99),
    balance_due=st.sampled_from(BalanceDue),
    quality=st.none() | st.sampled_from(QualityStandard),
    custom_fee=st.builds(Fee, st.integers(1, 9_999_999), st.just("CNY")),
    custom_fee_basis=st.sampled_from(FeeBasis),
    late_percent_per_day=st.integers(1, 1000),
    late_cap_percent=st.none() | st.integers(1, 100),
    valid_days=st.none() | st.integers(1, 30),
)
SUMS = ("Total", "总价", "總價", "(of which", "（含")


def stated(parts: Iterable[TermsDraft]) -> dict[str, Any]:
    return {name: getattr(part, name) for part in parts for name in TERMS if getattr(part, name)}


def with_payer(terms: Terms) -> Terms:
    """Of a trade term the card also says who pays the freight."""
    return replace(terms, freight_payer=FREIGHT_PAYERS[terms.trade_term]) if terms.trade_term else terms


@pytest.mark.parametrize("language", Language)
@given(terms=FIGURES)
def test_each_row_of_a_card_says_in_words_exactly_what_is_stored(language: Language, terms: Terms) -> None:
    context = Context(terms.unit_price.currency, terms.quantity.unit)
    rows = words_of(term_lines(Reader(language), terms)).splitlines()

    read = [read_offer(row, context) for row in rows if not row.startswith(SUMS)]

    assert [reading.doubts for reading in read if reading.doubts] == []
    assert stated(reading.terms for reading in read) == stated([with_payer(terms)])
