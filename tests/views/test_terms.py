"""Figures on cards are the stored ones, in every language."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import UnitPrice
from domain.people import Language
from domain.quantity import Quantity, Unit
from domain.terms import PaymentMethod, Shipping, Terms, TermsDraft
from language.offer import read_offer
from language.reading import Context
from services.drafting import Form
from services.hearing import hear
from services.offer_fields import filled_fields
from tests.views.deals import empty_form, offered
from views.examples import short_line, whole_line
from views.markup import Html
from views.reader import Reader
from views.terms import term_lines

TERMS = st.builds(
    Terms,
    quantity=st.builds(Quantity, st.integers(1, 9_999_999), st.sampled_from([Unit.PIECE, Unit.SET])),
    unit_price=st.builds(UnitPrice, st.integers(1, 5_000_000), st.sampled_from(["CNY", "USD"])),
    lead_time_days=st.none() | st.integers(1, 365),
    shipping=st.none() | st.sampled_from(Shipping),
    payment=st.none() | st.sampled_from(PaymentMethod),
    deposit_percent=st.none() | st.integers(1, 99),
)
READERS = [Reader(language) for language in Language]


def words_of(text: Html) -> str:
    """What the reader sees."""
    return unescape(re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language.value)
@given(terms=TERMS)
def test_the_figures_of_a_card_are_exactly_the_stored_ones(reader: Reader, terms: Terms) -> None:
    shown = words_of(term_lines(reader, terms))

    figures = {figure.replace(",", "") for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", shown)}
    expected = {str(terms.quantity.count), _plain(terms.unit_price)}
    expected |= {str(each) for each in (terms.lead_time_days, terms.deposit_percent) if each}
    total = terms.unit_price.times(terms.quantity.count)
    balance = {str(100 - terms.deposit_percent)} if terms.deposit_percent else set()
    assert figures == expected | {f"{total.amount:.2f}"} | balance


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language.value)
@given(terms=TERMS)
def test_a_cards_quantity_and_price_read_back_as_they_were_meant(reader: Reader, terms: Terms) -> None:
    first_lines = words_of(term_lines(reader, terms)).splitlines()[:2]
    line = ", ".join(re.split("[:：]", each)[1].strip() for each in first_lines)

    reading = read_offer(line, Context(terms.unit_price.currency, terms.quantity.unit))

    assert reading.terms == TermsDraft(quantity=terms.quantity, unit_price=terms.unit_price)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language.value)
def test_the_example_lines_mean_what_they_show(reader: Reader) -> None:
    whole = hear(empty_form(), words_of(whole_line(reader, offered("12.5", 1500)))).draft.terms
    short: Form = hear(empty_form(), words_of(short_line(reader, offered("12.5"))))

    assert (whole.quantity, whole.lead_time_days) == (Quantity(1500), 15)
    assert whole.unit_price == short.draft.terms.unit_price == offered("12.5").unit_price
    assert short.draft.terms.lead_time_days == 20
    assert len(filled_fields(whole)) == 3


def _plain(price: UnitPrice) -> str:
    return f"{price.amount:.4f}" if price.points % 100 else f"{price.amount:.2f}"
