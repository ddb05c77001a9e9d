"""An old order once more: each difference is marked, and where it is sold no more, what to do instead."""

from dataclasses import replace
from typing import Any

import pytest

from domain.details import Line
from domain.lifecycle import OrderStatus
from domain.order import Order
from domain.people import Side
from services.cases import OrderCase
from services.negotiating import listed_terms
from services.repeating import Repeat
from tests.views.goods import CHINESE, ENGLISH, SUNNY, pants, tiers, words_on
from tests.views.test_orders_and_notices import placed
from views.order import order_card
from views.repeating import repeated

COLOURS = (("colour", ("red", "blue")),)


def repeat(order: Order, **listed: Any) -> Repeat:
    """The order at the terms of a listing that differs so."""
    product = pants(**listed)
    count = max(order.terms.quantity.count, product.moq)
    return Repeat(order, product, listed_terms(product, count))


def in_red_and_green() -> Order:
    """An order that was split over two colours."""
    count = placed().terms.quantity.count
    lines = (Line((("colour", "red"),), count - 100), Line((("colour", "green"),), 100))
    return replace(placed(), details=replace(placed().details, lines=lines))


def test_a_price_and_a_lead_time_that_changed_stand_beside_the_old_ones() -> None:
    shown = repeated(ENGLISH, repeat(placed(), tiers=tiers((50, "14")), lead_time_days=33))

    assert "<s>CN¥11.00 / piece</s> → <b>CN¥14.00 / piece</b>" in shown.text
    assert "<b>33 days</b>" in shown.text
    assert "What is different today is marked" in shown.text
    assert "✅ Order at today's terms" in words_on(shown.rows)


def test_a_moq_that_rose_and_a_colour_that_is_gone_are_named() -> None:
    shown = repeated(CHINESE, repeat(in_red_and_green(), specs=COLOURS, moq=800))

    assert "起订量现在是800件" in shown.text
    assert "已停售：绿色" in shown.text
    assert "重新分规格" in shown.text


def test_goods_that_are_gone_or_sold_otherwise_lead_to_other_suppliers() -> None:
    gone = repeated(ENGLISH, Repeat(placed()))
    otherwise = repeated(ENGLISH, Repeat(placed(), pants()))

    assert "no longer on offer" in gone.text
    assert words_on(gone.rows) == ["🔁 Other suppliers", "◀ Back"]
    assert words_on(otherwise.rows) == ["Yoga pants", "🔁 Other suppliers", "◀ Back"]


@pytest.mark.parametrize("status", OrderStatus)
def test_only_the_buyer_of_an_order_that_is_over_repeats_it(status: OrderStatus) -> None:
    over = (OrderStatus.DELIVERED, OrderStatus.COMPLETED, OrderStatus.CANCELLED)
    order = replace(placed(), status=status)

    his, theirs = (words_on(order_card(ENGLISH, OrderCase(order, side, SUNNY)).rows) for side in Side)

    assert ("🔁 Repeat order" in his) is (status in over)
    assert "🔁 Repeat order" not in theirs
