"""Whose turn it is in a claim whose money is with the operator."""

from dataclasses import replace

import pytest

from domain.money import Money
from domain.people import Side
from domain.repayment import Repayment
from domain.terms import PaymentMethod
from tests.builders import placed_order
from tests.views.claims import about_goods, claimed
from tests.views.goods import CHINESE, ENGLISH
from tests.views.returns import travelling
from views.claim import claim_card

PART, NOTHING = Money(4000, "CNY"), Money(0, "CNY")
BY_CARD = Repayment(PART, NOTHING, PART, NOTHING, ((PaymentMethod.CARD, PART),))


@pytest.mark.parametrize("owed", [NOTHING, PART])
def test_a_seller_who_can_give_nothing_back_himself_is_not_told_to_pay(owed: Money) -> None:
    case = travelling(about_goods(claimed(placed_order(), Side.SELLER)), "DHL")
    shown = claim_card(CHINESE, replace(case, back=replace(BY_CARD, set_off=owed)))

    assert ("等待平台客服把钱退回银行卡" in shown.text) is (not owed.minor)
    assert ("轮到您了：请退款" in shown.text) is bool(owed.minor)


def test_the_buyer_reads_that_the_operator_refunds_his_card_and_until_when() -> None:
    case = travelling(about_goods(claimed(placed_order(), Side.BUYER)), "DHL")
    shown = claim_card(ENGLISH, replace(case, back=BY_CARD))

    assert "Waiting for the operator to refund the card" in shown.text
    assert "To be refunded by" in shown.text
