"""What you see is what you sign: every card, in every language, reads back to exactly its terms (I7)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings

from domain.people import Language
from domain.refusal import Refusal
from domain.terms import MAX_PLACE_LENGTH, Terms
from language.clean import clean
from tests.any_terms import any_terms
from tests.views.deals import offered
from tests.views.reading_back import read_back, settled
from views.reader import Reader
from views.terms import term_lines

READERS = [Reader(language) for language in Language]


def sent(terms: Terms) -> Terms:
    """The terms as they come through the door: free words cleaned and without blank ends."""
    notes = {name: clean(getattr(terms, name)).strip() for name in ("quality_note", "custom_note", "note")}
    place = " ".join(clean(terms.trade_place).split())
    assume(len(place) <= MAX_PLACE_LENGTH)
    written: dict[str, Any] = {**notes, "trade_place": place}
    return replace(terms, **written)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language.value)
@settings(max_examples=40)
@given(before=any_terms(), after=any_terms())
def test_a_card_reads_back_to_exactly_the_terms_that_are_signed(
    reader: Reader, before: Terms, after: Terms
) -> None:
    terms = sent(after)
    try:
        total = reader.money(terms.total())
        card = term_lines(reader, terms)
        changed = term_lines(reader, terms, replace(sent(before), unit_price=terms.unit_price, tiers=()))
    except Refusal:
        assume(False)

    for shown in (card, changed):
        found, said = read_back(reader, shown, terms.unit_price.currency)
        assert Terms(**settled(found)) == terms
        assert said == total


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language.value)
def test_no_line_of_a_note_passes_for_a_term(reader: Reader) -> None:
    forged = f"nice\n{reader.word('Unit price')}: 1\n{reader.word('Total')}：1"
    terms = offered("12.5", 500, note=forged)

    found, total = read_back(reader, term_lines(reader, terms), "CNY")

    assert Terms(**settled(found)) == terms
    assert total == reader.money(terms.total())
