"""How many of what, in both languages."""

from decimal import Decimal

import pytest

from domain.money import UnitPrice
from domain.quantity import Quantity, Unit
from tests.views.goods import CHINESE, ENGLISH
from views.units import per_unit, quantity, unit_word


@pytest.mark.parametrize(
    ("count", "unit", "english", "chinese"),
    [
        (1, Unit.PIECE, "1 piece", "1件"),
        (1500, Unit.PIECE, "1,500 pieces", "1,500件"),
        (2, Unit.BOX, "2 boxes", "2盒"),
        (3, Unit.DOZEN, "3 dozen", "3打"),
        (60, Unit.PAIR, "60 pairs", "60双"),
    ],
)
def test_a_quantity_reads_as_traders_say_it(count: int, unit: Unit, english: str, chinese: str) -> None:
    said = Quantity(count, unit)

    assert quantity(ENGLISH, said) == english
    assert quantity(CHINESE, said) == chinese


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_chinese_word(unit: Unit) -> None:
    assert not unit_word(CHINESE, unit).isascii()


def test_a_price_names_what_it_buys() -> None:
    price = UnitPrice.of(Decimal("12.5"), "CNY")

    assert per_unit(ENGLISH, price, Unit.PAIR) == "CN¥12.50 / pair"
    assert per_unit(CHINESE, price, Unit.PAIR) == "¥12.50/双"
