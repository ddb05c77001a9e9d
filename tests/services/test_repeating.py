"""An old order once more: today's listing counts, and what was agreed otherwise is not kept."""

from dataclasses import replace

import pytest

from domain.details import Delivery, Details, Line
from domain.lifecycle import OrderStatus
from domain.order import Order, OrderMoveNotAllowed
from services.negotiating import Target
from services.ordering import Ordering
from services.refusals import NotFound
from services.repeating import Repeat, order_again, repeat_of
from tests.builders import ADDRESS, BUYER, OTHER_BUYER, SELLER, Trade, draft, price

SPLIT = (Line((("colour", "red"),), 300), Line((("colour", "blue"),), 200))
SPECS = 'UPDATE products SET specs = \'[["colour", ["red", "blue"]]]\' WHERE id = 1'


async def cancelled(trade: Trade) -> Order:
    """500 cups for 11.90 each, 9 days, red and blue; the order was cancelled."""
    await trade.run_sql(SPECS.replace(":", "\\:"))
    inquiry = await trade.inquires(BUYER, draft("11.90", lead_time_days=9))
    agreed = await trade.accepts(SELLER, inquiry)
    details = Details(Delivery(ADDRESS), SPLIT, note="as soon as you can")
    target = Target(agreed.id, agreed.offer.number)
    order = await trade.does(BUYER, lambda b, p: Ordering(b, p).place(target, details))
    return await trade.cancels(BUYER, order)


async def repeated(trade: Trade, order: Order, person_id: int = BUYER) -> Repeat:
    """What it would be today."""
    return await trade.does(person_id, lambda b, p: repeat_of(b, p, order.id))


async def test_price_and_lead_time_are_todays_and_the_split_stays(trade: Trade) -> None:
    order = await cancelled(trade)
    await trade.run_sql("UPDATE products SET lead_time_days = 20 WHERE id = 1")

    again = await repeated(trade, order)
    made = await trade.does(BUYER, lambda b, p: order_again(b, p, again))

    assert (made.terms.unit_price, made.terms.lead_time_days) == (price("12.50"), 20)
    assert made.details == Details(Delivery(ADDRESS), SPLIT)
    assert not again.is_unchanged
    assert (await trade.order(order.id)) == order
    assert made.status is OrderStatus.AWAITING_CONFIRMATION


async def test_a_moq_that_rose_and_a_value_that_is_gone_ask_for_a_new_split(trade: Trade) -> None:
    order = await cancelled(trade)
    await trade.run_sql("UPDATE products SET moq = 600, tiers = '[[600, 100000]]' WHERE id = 1")
    await trade.run_sql(SPECS.replace("blue", "green").replace(":", "\\:"))

    again = await repeated(trade, order)

    assert again.has_moq_risen
    assert again.must_split
    assert again.gone == ("blue",)
    assert again.terms is not None
    assert (again.terms.quantity.count, again.terms.unit_price) == (600, price("10.00"))


async def test_what_is_under_way_or_anothers_or_sold_otherwise_is_not_repeated(trade: Trade) -> None:
    order = await cancelled(trade)
    under_way = await trade.ordered()

    with pytest.raises(OrderMoveNotAllowed):
        await repeated(trade, under_way)
    with pytest.raises(OrderMoveNotAllowed):
        await repeated(trade, order, SELLER)
    with pytest.raises(NotFound):
        await repeated(trade, order, OTHER_BUYER)
    await trade.run_sql("UPDATE products SET unit = 'box' WHERE id = 1")
    again = await repeated(trade, order)
    with pytest.raises(NotFound):
        await trade.does(BUYER, lambda b, p: order_again(b, p, again))

    assert again.terms is None


async def test_the_old_terms_begin_an_inquiry_with_as_many_as_are_sold_at_least(trade: Trade) -> None:
    order = await cancelled(trade)
    await trade.run_sql("UPDATE products SET moq = 600 WHERE id = 1")

    asked = (await repeated(trade, order)).asked

    assert asked.unit_price == price("11.90")
    assert asked.quantity == replace(order.terms.quantity, count=600)
