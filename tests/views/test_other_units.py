"""Questions and buttons for what was said in another unit than the goods are sold in."""

from typing import Any

import pytest

from domain.quantity import Unit
from services.hearing import hear
from tests.views.deals import empty_form, form_for
from tests.views.goods import CHINESE, ENGLISH, pants, words_on
from views.offer_form import form


@pytest.mark.parametrize(
    ("line", "said", "buttons"),
    [
        ("20 dozen", "sold by the piece. Do you mean 240 pieces?", ["240 pieces"]),
        ("5 dozen", "60 pieces is below the MOQ", []),
        ("300 pairs", "sold by the piece. How many do you mean?", ["300 pieces", "600 pieces"]),
        (
            "500 pcs, 10 yuan per dozen",
            "You said CN¥10.00 for one dozen, and 1 dozen = 12 pieces. That gives no exact price.",
            [],
        ),
        ("12 yuan per set", "but this product is sold by the piece.", ["CN¥12.00 / piece"]),
        (
            "500 pcs, 12 yuan a pair",
            "the price of one pair or of one piece?",
            ["CN¥12.00 / piece", "CN¥6.00 / piece"],
        ),
        ("600 pcs, 4000 yuan total", "CN¥4,000.00 for 600 comes to no exact price", []),
    ],
)
def test_a_reading_becomes_a_button_and_the_rest_a_clear_question(
    line: str, said: str, buttons: list[str]
) -> None:
    shown = form(ENGLISH, hear(empty_form(), line))

    assert said.casefold() in shown.text.casefold()
    assert [words for words in words_on(shown.rows) if words in buttons] == buttons


@pytest.mark.parametrize(
    ("different", "line", "said", "button"),
    [
        (
            {"unit": Unit.PAIR},
            "一打24块",
            "您报的是每打 ¥24.00，1打=12双，折算下来是这个单价吗？",
            "¥2.00/双",
        ),
        ({}, "500件 一箱120元", "您报的是每箱 ¥120.00，但这款商品按“件”卖。每件多少钱？", "¥120.00/件"),
        (
            {"specs": (("装箱数", ("24",)),)},
            "500件 一箱120元",
            "您报的是每箱 ¥120.00，1箱=24件，折算下来是这个单价吗？",
            "¥5.00/件",
        ),
        (
            {"unit": Unit.DOZEN},
            "一件2块",
            "您报的是每件 ¥2.00，1打=12件，折算下来是这个单价吗？",
            "¥24.00/打",
        ),
    ],
)
def test_a_chinese_reader_sees_how_the_price_was_worked_out(
    different: Any, line: str, said: str, button: str
) -> None:
    shown = form(CHINESE, hear(form_for(pants(**different)), line))

    assert said in shown.text
    assert words_on(shown.rows)[0] == button
