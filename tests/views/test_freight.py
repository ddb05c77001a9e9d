"""The freight screen: the same figures in every language, whose rates they are and what they assume."""

from datetime import date
from decimal import Decimal

import pytest

from domain.freight.figure import FreightFigure
from domain.freight.load import Load
from domain.freight.rate import Basis, FreightRate, Route
from domain.money import Money, UnitPrice
from domain.people import Side
from domain.terms import Shipping
from services.freight_case import FreightCase, Wanted
from services.freighting import Asked, Assumption, Estimate, Option
from tests.builders import NOON
from tests.views.goods import CHINESE, ENGLISH, TRADITIONAL, pants, words_on
from views.freight import freight
from views.reader import Reader

RATE = FreightRate(
    route=Route(Shipping.SEA, "CN", "DE"),
    basis=Basis.CUBIC_METRE,
    price=UnitPrice(950_000, "USD"),
    minimum=0,
    fixed=0,
    days=(32, 42),
    valid_until=date(2027, 12, 31),
    source="Fast Forwarder",
)
BY_SEA = Option(
    Shipping.SEA, Money(158_333, "USD"), UnitPrice(31_667, "USD"), (32, 42), Decimal("16.667"), RATE
)


def looked_at(*options: Option, load: Load, **more: object) -> FreightCase:
    asked = Asked(pants(), 5000, "DE")
    estimated = Estimate(asked, load, options, **{"assumptions": (), **more})  # type: ignore[arg-type]
    return FreightCase(Wanted(7), pants(), Side.BUYER, estimated)


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (
            ENGLISH,
            ("By sea: <b>$1,583.33</b>", "$3.17 / piece · 32–42 days · charged as 16.667 CBM", "to Germany"),
        ),
        (CHINESE, ("海运：<b>US$1,583.33</b>", "US$3.17/件 · 32–42天 · 按16.667立方米计费", "发往德国")),
        (TRADITIONAL, ("海運：<b>US$1,583.33</b>", "32–42天 · 按16.667立方米計費", "發往德國")),
    ],
)
def test_a_way_says_cost_share_days_and_what_is_charged(reader: Reader, said: tuple[str, ...]) -> None:
    text = freight(reader, looked_at(BY_SEA, load=Load(cubic_cm=16_667_000))).text

    assert [part for part in said if part not in text] == []


def test_whose_rates_they_are_and_what_they_assume_stands_below() -> None:
    assumed = (Assumption.NO_WEIGHT, Assumption.FULL_CONTAINER)
    text = freight(ENGLISH, looked_at(BY_SEA, load=Load(cubic_cm=16_667_000), assumptions=assumed)).text

    assert "Rates: Fast Forwarder, valid until Dec 31, 2027." in text
    assert "only the volume is charged" in text
    assert "a container of your own may be cheaper" in text
    assert "leave out duty, tax and insurance" in text
    assert "No rate: ✈️ By air, 🚆 By rail, 📦 By express" in text


def test_without_a_rate_the_seller_is_to_be_asked_and_his_other_figure_is_shown() -> None:
    figure = FreightFigure(Shipping.AIR, Money(99_00, "CNY"), 100, "", 20, NOON)

    screen = freight(ENGLISH, looked_at(load=Load(grams=1000), other_figures=(figure,)))

    assert "no rates to Germany yet. Please ask the seller." in screen.text
    assert "By air: <b>CN¥99.00</b> for 100 pieces, the seller's figure" in screen.text
    assert not any(words.startswith("Ship by") for words in words_on(screen.rows))
