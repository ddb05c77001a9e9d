"""How a draft grows: questions, lines, doubts and ways back."""

from decimal import Decimal

import pytest

from domain.money import TotalOutOfBounds, UnitPrice
from domain.negotiation import BelowMoq, CurrencyDiffers, UnitDiffers
from domain.people import Side
from domain.quantity import Quantity
from domain.refusal import Refusal
from domain.terms import PaymentMethod, Shipping, TermsDraft
from language.doubt import RangeGiven, Term, TooLong
from services.drafting import Form, OfferDraft, Unread, answered, draft_of, draft_record
from services.hearing import hear
from services.matter import About
from services.offer_fields import FIELDS, Field
from services.offer_values import read_value, value_of
from services.refusals import NotFound
from services.tidy import tidy
from services.usual import usual_choices
from tests.views.deals import GOODS, counter_form, empty_form, inquiry, offered
from tests.views.deals import answered as answered_by_seller


def test_skipping_everything_offers_the_minimum_at_the_listed_price() -> None:
    form = empty_form()
    draft = form.draft
    for _ in FIELDS:
        draft = draft.skip()

    whole = form.matter.whole(draft.terms)

    assert draft.current is None
    assert (whole.quantity.count, whole.unit_price.amount) == (100, Decimal("12.5"))


def test_back_asks_the_question_before_and_keeps_its_answer() -> None:
    draft = OfferDraft(About(product_id=7)).take(TermsDraft(quantity=Quantity(500))).skip()

    back = draft.back().back()

    assert draft.current is Field.LEAD_TIME
    assert back.current is Field.QUANTITY
    assert back.terms.quantity == Quantity(500)


def test_one_changed_field_leads_back_to_the_card() -> None:
    draft = OfferDraft(About(product_id=7)).choose().ask(Field.SHIPPING)

    answered_draft = draft.take(TermsDraft(shipping=Shipping.SEA))

    assert answered_draft.current is None
    assert not answered_draft.choosing


def test_a_draft_survives_its_storage() -> None:
    draft = hear(empty_form(), "500 pcs at 12.5 by sea, 30% deposit by transfer").draft

    assert draft_of(draft_record(draft)) == draft


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("50 pcs at 12.5, 15 days", BelowMoq),
        ("500 pcs at 12.5 usd", CurrencyDiffers),
        ("500 pairs at 12.5", UnitDiffers),
        ("10000000 pcs at 9999999", TotalOutOfBounds),
    ],
)
def test_a_line_that_breaks_a_rule_is_refused_by_name(line: str, rule: type[Refusal]) -> None:
    heard = hear(empty_form(), line)

    assert isinstance(heard.problem, rule)
    assert heard.draft.current in (Field.QUANTITY, Field.PRICE)


def test_a_range_is_asked_and_the_rest_of_the_line_is_kept() -> None:
    heard = hear(empty_form(), "100-200 pcs at 12, 15 days")

    assert isinstance(heard.problem, RangeGiven)
    assert heard.draft.current is Field.QUANTITY
    assert heard.draft.terms.lead_time_days == 15


def test_what_is_not_understood_of_a_line_becomes_the_note() -> None:
    heard = hear(empty_form(), "500 pcs at 12.5 on wooden pallets")

    assert heard.draft.terms.note == "on wooden pallets"


def test_a_figure_without_a_meaning_is_asked_about_and_is_no_note() -> None:
    heard = hear(empty_form(), "10000000 pcs at 10000000")

    assert isinstance(heard.problem, Unread)
    assert heard.draft.current is Field.PRICE
    assert heard.draft.terms.note == ""


@pytest.mark.parametrize(("words", "part"), [("30%", 30), ("３０％", 30), ("100 %", 100)])
def test_a_percentage_answers_how_much_in_advance(words: str, part: int) -> None:
    form = empty_form()

    heard = hear(Form(form.draft.ask(Field.PAYMENT), form.matter), words)

    assert heard.draft.terms == TermsDraft(deposit_percent=part)


def test_chatter_is_no_offer() -> None:
    heard = hear(empty_form(), "what is your best price?")

    assert heard.problem == Unread("what is your best price?")
    assert heard.draft == empty_form().draft


def test_the_listed_discount_is_worked_out_for_the_quantity() -> None:
    heard = hear(empty_form(), "500个 打9折")

    assert heard.draft.terms.unit_price == UnitPrice.of(Decimal("9.9"), "CNY")


def test_the_listed_discount_in_a_counter_is_worked_out_for_the_quantity_that_stands() -> None:
    heard = hear(counter_form(inquiry(offered("10", 500)), Side.SELLER), "九五折")

    assert heard.draft.terms.unit_price == UnitPrice.of(Decimal("10.45"), "CNY")


def test_a_figure_that_is_none_is_taken_for_the_price_of_a_counter() -> None:
    heard = hear(counter_form(inquiry(), Side.SELLER), "NaN")

    assert heard.draft.current is Field.PRICE


def test_every_usual_answer_reads_back_from_its_button() -> None:
    form = empty_form()

    for field in FIELDS[:-1]:
        for choice in (each for each in usual_choices(form, field) if not each.part.tiers):
            assert read_value(field, value_of(field, choice.part), GOODS) == choice.part


@pytest.mark.parametrize("value", ["", "x", "-1", "٣x"])
def test_a_forged_button_is_refused(value: str) -> None:
    with pytest.raises(Refusal):
        answered(empty_form(), read_value(Field.SHIPPING, value, GOODS))
    with pytest.raises(NotFound):
        read_value(Field.NOTE, value, GOODS)


@pytest.mark.parametrize(
    ("amount", "said"), [("11.875", "11.9"), ("4.75", "4.75"), ("1187.5", "1190"), ("0.022325", "0.0223")]
)
def test_suggested_prices_are_round_as_people_say_them(amount: str, said: str) -> None:
    assert tidy(Decimal(amount), "CNY").amount == Decimal(said)


def test_a_seller_is_offered_the_middle_and_the_listed_price() -> None:
    form = counter_form(inquiry(offered("10")), Side.SELLER)

    prices = [choice.part.unit_price for choice in usual_choices(form, Field.PRICE)]

    assert [price.amount for price in prices if price] == [Decimal("10.5"), Decimal("11")]


def test_a_buyer_is_offered_no_price_above_the_one_he_could_accept() -> None:
    form = counter_form(answered_by_seller(offered("10.5")), Side.BUYER)

    prices = [choice.part.unit_price for choice in usual_choices(form, Field.PRICE)]

    assert prices
    assert all(price and price.amount < Decimal("10.5") for price in prices)


def test_a_method_and_a_deposit_share_a_button() -> None:
    part = TermsDraft(payment=PaymentMethod.TRANSFER, deposit_percent=30)

    assert value_of(Field.PAYMENT, part) == "transfer.30"


@pytest.mark.parametrize("words", ["about 600", "around 600", "大概600", "600左右"])
def test_a_count_in_round_numbers_answers_how_many(words: str) -> None:
    heard = hear(empty_form(), words)

    assert heard.problem is None
    assert heard.draft.terms == TermsDraft(quantity=Quantity(600))


@pytest.mark.parametrize("words", ["500-800", "500 or 800", "500到800"])
def test_a_range_in_answer_to_how_many_is_of_pieces_and_not_of_prices(words: str) -> None:
    heard = hear(empty_form(), words)

    assert heard.problem == RangeGiven(Term.QUANTITY, Decimal(500), Decimal(800))
    assert heard.draft.current is Field.QUANTITY


def test_a_range_in_answer_to_how_many_days_is_of_days() -> None:
    form = empty_form()

    heard = hear(Form(form.draft.ask(Field.LEAD_TIME), form.matter), "15-20")

    assert heard.problem == RangeGiven(Term.LEAD_TIME, Decimal(15), Decimal(20))


def test_about_20_in_answer_to_how_many_days_is_no_price_but_a_price_named_is_one() -> None:
    form = hear(empty_form(), "500 pcs at 12")
    asked = Form(form.draft.ask(Field.LEAD_TIME), form.matter)

    days, price = hear(asked, "about 20").draft.terms, hear(asked, "单价13").draft.terms

    assert (days.lead_time_days, days.unit_price) == (20, UnitPrice.of(Decimal(12), "CNY"))
    assert (price.lead_time_days, price.unit_price) == (None, UnitPrice.of(Decimal(13), "CNY"))


def test_a_figure_without_end_is_called_too_long() -> None:
    assert isinstance(hear(empty_form(), "9" * 30).problem, TooLong)
