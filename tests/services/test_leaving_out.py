"""Notes in the offer form, and terms that a counter-offer leaves out."""

import pytest

from domain.people import Side
from domain.quantity import Quantity
from domain.terms import NoteTooLong, Shipping, TermsDraft, changes
from services.drafting import Form, draft_of, draft_record
from services.hearing import hear
from services.offer_fields import OPTIONAL, TERMS_OF, Field, filled_fields
from services.refusals import NotFound
from tests.views.deals import EVERYTHING, counter_form, empty_form, inquiry, offered


def test_a_standing_note_is_not_lost_to_new_words() -> None:
    standing = counter_form(inquiry(offered(note="blue lids")), Side.SELLER)

    heard = hear(standing, "11元 20天 含木托盘")

    assert heard.draft.terms.note.startswith("blue lids\n")


def test_at_the_note_a_whole_line_fills_the_form_and_other_words_are_the_note() -> None:
    asked = empty_form().draft.ask(Field.NOTE)
    form = type(empty_form())(asked, empty_form().matter)

    line = hear(form, "500 pcs at 12.5").draft.terms
    note = hear(form, "10 pcs in a box, please").draft.terms

    assert (line.quantity, line.note) == (Quantity(500), "")
    assert (note.quantity, note.note) == (None, "10 pcs in a box, please")


@pytest.mark.parametrize("field", OPTIONAL)
def test_an_optional_term_that_stands_can_be_left_out(field: Field) -> None:
    form = counter_form(inquiry(offered(**EVERYTHING)), Side.SELLER)

    left_out = form.draft.ask(field).clear(field)

    standing, whole = form.matter.standing, form.matter.whole(draft_of(draft_record(left_out)).terms)
    assert standing
    assert changes(standing, whole) == TERMS_OF[field]
    assert field not in filled_fields(whole)


@pytest.mark.parametrize("field", [Field.QUANTITY, Field.PRICE])
def test_no_offer_goes_without_quantity_or_price(field: Field) -> None:
    with pytest.raises(NotFound):
        empty_form().draft.clear(field)


@pytest.mark.parametrize("words", ["no", "不要备注"])
def test_a_no_at_the_note_removes_the_note_that_stands(words: str) -> None:
    form = counter_form(inquiry(offered(note="blue lids")), Side.SELLER)

    heard = hear(Form(form.draft.ask(Field.NOTE), form.matter), words)

    assert heard.whole.note == ""
    assert not heard.is_unchanged


def test_new_words_after_a_removed_note_stand_alone() -> None:
    form = counter_form(inquiry(offered(note="blue lids")), Side.SELLER)
    removed = Form(form.draft.clear(Field.NOTE), form.matter)

    heard = hear(removed, "11元, 20天, 含木托盘")

    assert heard.draft.terms.note == "含木托盘"


def test_a_note_too_long_keeps_the_terms_beside_it_and_is_asked_again() -> None:
    heard = hear(empty_form(), "500 pcs at 12.5, 15 days, " + "blue lids and white boxes " * 50)

    assert isinstance(heard.problem, NoteTooLong)
    assert heard.draft.current is Field.NOTE
    assert (heard.draft.terms.quantity, heard.draft.terms.lead_time_days) == (Quantity(500), 15)


@pytest.mark.parametrize("words", ["by sea", "海运"])
def test_a_term_typed_as_the_note_is_that_term(words: str) -> None:
    form = empty_form()

    heard = hear(Form(form.draft.ask(Field.NOTE), form.matter), words)

    assert heard.draft.terms == TermsDraft(shipping=Shipping.SEA)
