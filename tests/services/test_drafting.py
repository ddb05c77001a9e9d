"""How a draft grows: questions, lines, doubts and ways back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.money import Fee, TotalOutOfBounds, UnitPrice
from domain.negotiation import BelowMoq, CurrencyDiffers, UnitDiffers
from domain.people import Side
from domain.price_tier import PriceTier
from domain.quantity import Quantity
from domain.refusal import Refusal
from domain.terms import Custom, FeeBasis, PaymentMethod, QualityStandard, Shipping, TermsDraft, TradeTerm
from language.doubt import RangeGiven, Term, TooLong
from services.drafting import Form, OfferDraft, Unread, WhichFee, answered, draft_of, draft_record
from services.hearing import hear
from services.ladders import ladder_value
from services.matter import About
from services.offer_fields import FIELDS, Field, only
from services.offer_values import read_value, value_of
from services.pressing import pressed
from services.refusals import NotFound
from services.tidy import tidy
from services.usual import usual_choices
from tests.builders import price
from tests.views.deals import GOODS, PANTS, counter_form, empty_form, form_for, inquiry, offered
from tests.views.deals import answered as answered_by_seller


def ladder(*rungs: tuple[int, str]) -> tuple[PriceTier, ...]:
    """Price tiers in yuan."""
    return tuple(PriceTier(count, price(amount)) for count, amount in rungs)


def fee(amount: str) -> Fee:
    """A customization fee in yuan."""
    return Fee.of(Decimal(amount), "CNY")


LADDER = TermsDraft(unit_price=price("11"), tiers=ladder((500, "12.5"), (1000, "11")))
EACH = TermsDraft(custom_fee=fee("0.5"), custom_fee_basis=FeeBasis.PER_PIECE)
ONCE = TermsDraft(custom_fee=fee("800"), custom_fee_basis=FeeBasis.ONCE)


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
    heard = hear(empty_form(), "500 pcs at 12.5 with our logo")

    assert heard.draft.terms.note == "with our logo"


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


@pytest.mark.parametrize(("percent", "price"), [(0, "11"), (5, "10.5")])
def test_the_listed_ladder_is_one_press_and_sets_the_price(percent: int, price: str) -> None:
    form = hear(empty_form(), "500 pcs")

    taken = pressed(form, Field.PRICE, ladder_value(percent))

    assert [choice.percent_off for choice in usual_choices(form, Field.PRICE) if choice.part.tiers] == [0, 5]
    assert taken.whole.unit_price.amount == Decimal(price)
    assert len(taken.whole.tiers) == 2


@pytest.mark.parametrize(
    ("field", "words", "part"),
    [
        (Field.PRICE, "500:12.5 1000:11", LADDER),
        (Field.PRICE, "500@12.5，1000@11", LADDER),
        (Field.MOQ, "1000", TermsDraft(moq=1000)),
        (Field.MOQ, "五十", TermsDraft(moq=50)),
        (Field.FREIGHT, "fob Ningbo", TermsDraft(trade_term=TradeTerm.FOB, trade_place="Ningbo")),
        (Field.FREIGHT, "CIF, Rotterdam", TermsDraft(trade_term=TradeTerm.CIF, trade_place="Rotterdam")),
        (Field.FREIGHT, "FOB 宁波", TermsDraft(trade_term=TradeTerm.FOB, trade_place="宁波")),
        (Field.QUALITY, "aql 2.5", TermsDraft(quality=QualityStandard.AQL_2_5)),
        (Field.QUALITY, "不能有划痕", TermsDraft(quality_note="不能有划痕")),
        (
            Field.CUSTOMIZATION,
            "two-colour print on the lid",
            TermsDraft(custom_note="two-colour print on the lid"),
        ),
        (
            Field.CUSTOMIZATION,
            "0.5 each",
            EACH,
        ),
        (
            Field.CUSTOMIZATION,
            "每件0.5元",
            EACH,
        ),
        (
            Field.CUSTOMIZATION,
            "一次性800元",
            ONCE,
        ),
        (Field.CUSTOMIZATION, "free", TermsDraft(custom_fee=fee("0"))),
        (Field.LATE, "0.5% a day, at most 10%", TermsDraft(late_percent_per_day=50, late_cap_percent=10)),
        (Field.LATE, "每天１％", TermsDraft(late_percent_per_day=100)),
        (Field.VALIDITY, "7 days", TermsDraft(valid_days=7)),
        (Field.VALIDITY, "两周", TermsDraft(valid_days=14)),
    ],
)
def test_a_typed_answer_is_the_term_that_was_asked(field: Field, words: str, part: TermsDraft) -> None:
    form = hear(empty_form(), "2000 pcs at 12")

    heard = hear(Form(form.draft.ask(field), form.matter), words)

    assert only(field, heard.draft.terms) == part


def test_a_fee_of_which_nobody_says_what_for_is_asked_about() -> None:
    form = empty_form()

    heard = hear(Form(form.draft.ask(Field.CUSTOMIZATION), form.matter), "0.5")

    assert heard.problem == WhichFee(fee("0.5"))
    assert heard.draft.terms == TermsDraft()


@pytest.mark.parametrize(("amount", "fees"), [("0.0001", 2), ("12.5", 4)])
def test_a_fee_that_is_suggested_is_one_that_can_be_said(amount: str, fees: int) -> None:
    form = hear(empty_form(), "500 pcs, 15 days")
    priced = answered(form, TermsDraft(unit_price=price(amount), customization=frozenset({Custom.LOGO})))

    suggested = [choice.part.custom_fee for choice in usual_choices(priced, Field.CUSTOMIZATION)]

    assert len([each for each in suggested if each]) == fees


def test_a_lower_moq_is_asked_for_with_the_quantity_in_one_press() -> None:
    form = hear(empty_form(), "50 pcs at 12.5, 15 days")

    asked = pressed(form, Field.QUANTITY, "50.moq")

    assert isinstance(form.problem, BelowMoq)
    assert (asked.whole.quantity.count, asked.whole.moq, asked.problem) == (50, 50, None)


def test_what_a_supplier_usually_asks_fills_what_the_buyer_leaves_open() -> None:
    usual = TermsDraft(payment=PaymentMethod.TRANSFER, deposit_percent=30, trade_term=TradeTerm.FOB)
    product = replace(PANTS, lead_time_days=15, supplier=replace(PANTS.supplier, usual=usual))

    form = hear(form_for(product), "500 pcs at 12, full payment in advance")
    without = Form(form.draft.clear(Field.FREIGHT), form.matter)

    assert (form.whole.deposit_percent, form.whole.trade_term) == (100, TradeTerm.FOB)
    assert form.usual == {"lead_time_days", "payment", "trade_term"}
    assert without.whole.trade_term is None


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
