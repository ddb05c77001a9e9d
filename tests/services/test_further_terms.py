"""The further terms of the offer form: typed answers, ladders, fees, a lower MOQ, usual terms."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.money import Fee
from domain.negotiation import BelowMoq
from domain.price_tier import PriceTier
from domain.terms import (
    CurrenciesMixed,
    Custom,
    FeeBasis,
    FreightAgainstTradeTerm,
    PaymentMethod,
    QualityStandard,
    TermsDraft,
    TiersDisorderly,
    TradeTerm,
)
from language.doubt import RangeGiven, SeveralValues
from services.drafting import Form, WhichFee, answered
from services.hearing import hear
from services.ladders import ladder_value
from services.offer_fields import Field, only
from services.pressing import pressed
from services.usual import usual_choices
from tests.builders import price
from tests.views.deals import PANTS, empty_form, form_for


def ladder(*rungs: tuple[int, str]) -> tuple[PriceTier, ...]:
    """Price tiers in yuan."""
    return tuple(PriceTier(count, price(amount)) for count, amount in rungs)


def fee(amount: str) -> Fee:
    """A customization fee in yuan."""
    return Fee.of(Decimal(amount), "CNY")


LADDER = TermsDraft(unit_price=price("11"), tiers=ladder((500, "12.5"), (1000, "11")))
EACH = TermsDraft(custom_fee=fee("0.5"), custom_fee_basis=FeeBasis.PER_PIECE)
ONCE = TermsDraft(custom_fee=fee("800"), custom_fee_basis=FeeBasis.ONCE)


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
        (Field.MOQ, "300 pcs", TermsDraft(moq=300)),
        (Field.FREIGHT, "fob yiwu market", TermsDraft(trade_term=TradeTerm.FOB, trade_place="yiwu market")),
        (
            Field.QUALITY,
            "AQL 2.5, no scratches",
            TermsDraft(quality=QualityStandard.AQL_2_5, quality_note="no scratches"),
        ),
        (Field.LATE, "千分之五", TermsDraft(late_percent_per_day=50)),
        (
            Field.CUSTOMIZATION,
            "print our logo on the lid, 0.5 each",
            replace(EACH, customization=frozenset({Custom.LOGO}), custom_note="print our logo on the lid"),
        ),
        (Field.CUSTOMIZATION, "800 in total", ONCE),
        (Field.CUSTOMIZATION, "0", TermsDraft(custom_fee=fee("0"))),
    ],
)
def test_a_typed_answer_is_the_term_that_was_asked(field: Field, words: str, part: TermsDraft) -> None:
    form = hear(empty_form(), "2000 pcs at 12")

    heard = hear(Form(form.draft.ask(field), form.matter), words)

    assert only(field, heard.draft.terms) == part


@pytest.mark.parametrize(
    ("field", "words", "problem"),
    [
        (Field.FREIGHT, "CIF or FOB", SeveralValues),
        (Field.FREIGHT, "EXW, freight prepaid", FreightAgainstTradeTerm),
        (Field.CUSTOMIZATION, "$0.5 each", CurrenciesMixed),
        (Field.PRICE, "500:11 1000:12", TiersDisorderly),
        (Field.VALIDITY, "3到5天", RangeGiven),
    ],
)
def test_an_answer_that_contradicts_itself_is_asked_about(field: Field, words: str, problem: type) -> None:
    form = hear(empty_form(), "2000 pcs at 12")

    heard = hear(Form(form.draft.ask(field), form.matter), words)

    assert isinstance(heard.problem, problem)


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
