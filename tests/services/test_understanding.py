"""One line fills the form with every term it names, and asks about what it leaves open."""

from dataclasses import replace
from datetime import date

import pytest

from domain.people import Language, Side
from domain.refusal import Refusal
from domain.terms import FreightAgainstTradeTerm, NoBalanceLeft
from language.doubt import DayOutOfReach, Doubt, SeveralValues
from services.drafting import Form, WhichFee, answered
from services.hearing import hear
from services.offer_fields import FIELDS, Field, filled_fields
from services.offer_values import read_value
from tests.views.deals import counter_form, empty_form, inquiry, offered
from views.offer_form_problems import doubt_options
from views.reader import Reader


def asked_on(day: date, form: Form) -> Form:
    return Form(form.draft, replace(form.matter, today=day))


@pytest.mark.parametrize(
    "line",
    [
        "500 pcs at 12.5, moq 300, 20 days by sea FOB Ningbo, 30% deposit by wire, balance before shipment,"
        " AQL 2.5, our logo, 0.5% per day late, valid 7 days",
        "500个，每个12块5，起订量300，20天交货，海运，FOB宁波，定金30%，电汇，尾款发货前付清，"
        "AQL2.5，印logo，延期每天赔0.5%，报价7天内有效",
    ],
)
def test_one_line_states_every_term_of_a_deal(line: str) -> None:
    heard = hear(empty_form(), line)

    assert heard.problem is None
    assert filled_fields(heard.draft.terms) == tuple(each for each in FIELDS if each is not Field.NOTE)


@pytest.mark.parametrize(
    ("line", "doubt", "field"),
    [
        ("500 pcs at 12.5, CIF or FOB", SeveralValues, Field.FREIGHT),
        ("500个12.5元，AQL2.5/4.0", SeveralValues, Field.QUALITY),
        ("500 pcs at 12.5, balance before shipment or on delivery", SeveralValues, Field.PAYMENT),
        ("500 pcs at 12.5, plus 0.5 yuan for the logo", WhichFee, Field.CUSTOMIZATION),
    ],
)
def test_two_readings_of_a_further_term_become_two_buttons(
    line: str, doubt: type[Doubt | WhichFee], field: Field
) -> None:
    heard = hear(empty_form(), line)

    choices = doubt_options(Reader(Language.ENGLISH), heard)
    chosen = [answered(heard, read_value(each.field, each.value, heard.matter.goods)) for each in choices]

    assert (type(heard.problem), heard.draft.current) == (doubt, field)
    assert len({each.label for each in choices}) == 2
    assert all(each.problem is None and field in filled_fields(each.draft.terms) for each in chosen)


@pytest.mark.parametrize(
    ("line", "rule", "field"),
    [
        ("500 pcs at 12.5 FOB Ningbo, freight prepaid", FreightAgainstTradeTerm, Field.FREIGHT),
        ("500个12.5元，全款，尾款发货前付清", NoBalanceLeft, Field.PAYMENT),
    ],
)
def test_terms_that_contradict_each_other_are_asked_again(
    line: str, rule: type[Refusal], field: Field
) -> None:
    heard = hear(empty_form(), line)

    assert isinstance(heard.problem, rule)
    assert heard.draft.current is field
    assert heard.whole.quantity.count == 500


def test_a_day_is_counted_from_today_and_a_past_one_is_asked_about() -> None:
    form = asked_on(date(2026, 11, 25), empty_form())

    near, past = hear(form, "500 pcs at 12.5, ship by 15 December"), hear(form, "500个12.5元，11月20日前交货")

    assert near.draft.terms.lead_time_days == 20
    assert isinstance(past.problem, DayOutOfReach)
    assert past.draft.current is Field.LEAD_TIME


@pytest.mark.parametrize(("line", "payer"), [("we pay the freight", Side.SELLER), ("运费你们出", Side.BUYER)])
def test_who_pays_the_freight_depends_on_who_says_so(line: str, payer: Side) -> None:
    heard = hear(counter_form(inquiry(offered()), Side.SELLER), line)

    assert heard.draft.terms.freight_payer is payer
