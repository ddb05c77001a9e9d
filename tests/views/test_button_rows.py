"""Rows of buttons as a phone shows them: no label is cut while there is room below."""

import pytest

from tests.views.goods import words_on
from views.button_rows import fits, fitted
from views.screen import Button


@pytest.mark.parametrize(
    ("labels", "most", "counts"),
    [
        (["Card", "Alipay", "Company transfer"], 3, [2, 1]),
        (["银行卡", "支付宝", "公司转账"], 3, [3]),
        (["France", "Spain", "United Kingdom", "Peru"], 3, [2, 2]),
        (["EXW", "30% deposit, 70% before shipment", "FOB"], 2, [1, 1, 1]),
        ([], 2, []),
    ],
)
def test_a_row_holds_as_many_buttons_as_are_shown_whole(
    labels: list[str], most: int, counts: list[int]
) -> None:
    found = fitted([Button(label) for label in labels], most)

    assert words_on(found) == labels
    assert [len(row) for row in found] == counts


def test_a_chinese_character_takes_the_room_of_two_letters() -> None:
    assert fits("付款:公司转账定金")
    assert not fits("付款:公司转账定金三成")
    assert fits("付款:公司转账,定金三成,发货前付清", beside=1)
