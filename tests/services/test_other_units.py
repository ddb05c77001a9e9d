"""Counts and prices said by the dozen, pair, carton or tonne for goods that are sold by another unit."""

from decimal import Decimal
from typing import Any

import pytest

from domain.negotiation import CurrencyDiffers, UnitDiffers
from domain.quantity import Quantity, Unit
from language.doubt import PerWhichUnit, TooFine, TwoReadings
from services.drafting import Form, answered, draft_of, draft_record
from services.hearing import hear, recalled
from services.offer_fields import Field
from services.offer_values import read_value
from services.other_units import own_counts, own_prices
from tests.views.deals import GOODS, empty_form, form_for
from tests.views.goods import pants


def sold_by(unit: Unit, **different: Any) -> Form:
    """A form about goods of this unit, from 5 on."""
    return form_for(pants(unit=unit, moq=5, **different))


@pytest.mark.parametrize(
    ("said", "own", "amount", "per_own"),
    [
        (Unit.DOZEN, Unit.PIECE, "12", ["1"]),
        (Unit.DOZEN, Unit.PIECE, "10.5", ["0.875"]),
        (Unit.DOZEN, Unit.PIECE, "10", []),
        (Unit.DOZEN, Unit.PAIR, "24", ["2"]),
        (Unit.PIECE, Unit.DOZEN, "2", ["24"]),
        (Unit.PAIR, Unit.PIECE, "6", ["6", "3"]),
        (Unit.PIECE, Unit.PAIR, "6", ["6", "12"]),
        (Unit.TONNE, Unit.KILOGRAM, "4500", ["4.5"]),
        (Unit.SET, Unit.PIECE, "12", ["12"]),
        (Unit.CARTON, Unit.PIECE, "120", ["120"]),
    ],
)
def test_a_price_is_worked_out_only_by_definition_and_only_exactly(
    said: Unit, own: Unit, amount: str, per_own: list[str]
) -> None:
    prices = own_prices(Decimal(amount), said, sold_by(own).matter)

    assert [price.amount for price in prices] == [Decimal(each) for each in per_own]


@pytest.mark.parametrize(
    ("specs", "per_piece"),
    [
        ((("carton", ("24",)),), ["5"]),
        ((("装箱数", ("24个/箱",)),), ["5"]),
        ((("carton", ("24", "48")),), ["120"]),
        ((("carton", ("large",)),), ["120"]),
    ],
)
def test_a_carton_holds_what_the_listing_states(specs: Any, per_piece: list[str]) -> None:
    matter = sold_by(Unit.PIECE, specs=specs).matter

    assert [price.amount for price in own_prices(Decimal(120), Unit.CARTON, matter)] == [
        Decimal(each) for each in per_piece
    ]


@pytest.mark.parametrize(
    ("count", "said", "own", "counts"),
    [
        (20, Unit.DOZEN, Unit.PIECE, [240]),
        (240, Unit.PIECE, Unit.DOZEN, [20]),
        (100, Unit.PIECE, Unit.DOZEN, []),
        (30, Unit.PAIR, Unit.PIECE, [30, 60]),
        (30, Unit.SET, Unit.PIECE, [30]),
        (4, Unit.SET, Unit.PIECE, []),
        (9_000_000, Unit.DOZEN, Unit.PIECE, []),
    ],
)
def test_a_count_is_worked_out_within_the_bounds_of_trade(
    count: int, said: Unit, own: Unit, counts: list[int]
) -> None:
    found = own_counts(count, said, sold_by(own).matter)

    assert found == [Quantity(each, own) for each in counts]


@pytest.mark.parametrize("line", ["500 pcs, 12 per dozen", "500件,一打12块"])
def test_even_an_exact_price_by_the_dozen_is_confirmed_by_a_press(line: str) -> None:
    heard = hear(empty_form(), line)

    assert heard.problem == PerWhichUnit(Decimal(12), "CNY", Unit.DOZEN, Unit.PIECE, is_said=True)
    assert heard.draft.terms.unit_price is None


@pytest.mark.parametrize("line", ["20 dozen at 24 per dozen", "20 dozen, 480 yuan in total", "20打 每打24元"])
def test_a_price_by_the_dozen_is_never_taken_for_one_piece(line: str) -> None:
    heard = hear(empty_form(), line)

    assert isinstance(heard.problem, UnitDiffers)
    assert heard.draft.terms.unit_price is None
    assert heard.draft.to_ask[:2] == (Field.QUANTITY, Field.PRICE)


def test_a_price_in_doubt_is_not_typed_again_once_the_quantity_is_clear() -> None:
    heard = hear(empty_form(), "20 dozen at 24 per dozen")
    kept = Form(draft_of(draft_record(heard.draft)), heard.matter)

    asked = recalled(answered(kept, read_value(Field.QUANTITY, "240", GOODS)))

    assert asked.problem == PerWhichUnit(Decimal(24), "CNY", Unit.DOZEN, Unit.PIECE, is_said=True)
    assert asked.draft.current is Field.PRICE


def test_a_second_doubt_of_a_line_is_asked_with_its_readings() -> None:
    heard = hear(empty_form(), "1.000 pcs at 1.250")

    asked = recalled(answered(heard, read_value(Field.QUANTITY, "1000", GOODS)))

    assert isinstance(asked.problem, TwoReadings)
    assert asked.draft.current is Field.PRICE


@pytest.mark.parametrize(
    "line", ["500 pcs at 1.250 usd", "500 pcs for 5000 usd", "12.123456 usd", "$20 per dozen"]
)
def test_a_doubtful_price_in_another_currency_is_never_offered_in_the_goods_own(line: str) -> None:
    heard = hear(empty_form(), line)

    assert isinstance(heard.problem, CurrencyDiffers)
    assert heard.draft.current is Field.PRICE
    assert recalled(Form(heard.draft, heard.matter)).problem is None


@pytest.mark.parametrize(
    ("line", "count"),
    [("500 pcs at 12.12345", 1), ("600 pcs, 4000 yuan in total", 600), ("600个 总价4000元", 600)],
)
def test_a_price_finer_than_money_is_asked_again_and_never_dropped(line: str, count: int) -> None:
    heard = hear(empty_form(), line)

    assert isinstance(heard.problem, TooFine)
    assert heard.problem.count == count
    assert heard.draft.current is Field.PRICE
