"""Goods ordered as they are listed: the listing of that moment counts, and one order is made."""

import asyncio

import pytest

from domain.details import Delivery, Details, Line, LinesDiffer
from domain.lifecycle import NegotiationStatus, OrderStatus
from domain.negotiation import BelowMoq, NoSelfDealing
from domain.order import Order
from services.chronicle import chronicle_of
from services.ordering import Ordering
from services.refusals import NotFound
from storage.doctor import examine
from storage.tables.trade import negotiations, orders
from tests.builders import ADDRESS, BUYER, COLLEAGUE, CUP, SELLER, Trade, price

TO_LAGOS = Details(Delivery(ADDRESS))


async def orders_now(trade: Trade, count: int, details: Details = TO_LAGOS, person_id: int = BUYER) -> Order:
    """A buyer orders cups as they are listed."""
    return await trade.does(person_id, lambda b, p: Ordering(b, p).order_now(CUP, count, details))


async def test_the_tier_of_the_quantity_is_the_price_and_both_sides_confirm(trade: Trade) -> None:
    order = await orders_now(trade, 1000)
    await trade.confirms(BUYER, order)
    bound = await trade.confirms(SELLER, order)

    assert order.terms.unit_price == price("11.00")
    assert bound.status is OrderStatus.AWAITING_PAYMENT
    assert (await trade.negotiation(order.negotiation_id)).status is NegotiationStatus.ORDERED
    assert await trade.moves_of("negotiation") == [("order_now", "buyer")]
    assert await trade.told() == [
        (SELLER, "order_to_confirm"),
        (COLLEAGUE, "order_to_confirm"),
        (BUYER, "order_confirmed"),
    ]


async def test_a_price_that_changed_meanwhile_counts_and_the_record_is_whole(trade: Trade) -> None:
    await trade.run_sql("""UPDATE products SET tiers = '[[100, 130000]]' WHERE id = 1""")

    order = await orders_now(trade, 500)

    record = await trade.does(BUYER, lambda b, p: chronicle_of(b, p, order.negotiation_id))
    assert order.terms.unit_price == price("13.00")
    assert record.is_whole
    assert [found for found in await examine(trade.database) if found.rows] == []


async def test_what_cannot_be_ordered_leaves_nothing_behind(trade: Trade) -> None:
    with pytest.raises(BelowMoq):
        await orders_now(trade, 99)
    with pytest.raises(LinesDiffer):
        await orders_now(trade, 500, Details(Delivery(ADDRESS), (Line((("colour", "red"),), 499),)))
    with pytest.raises(NoSelfDealing):
        await orders_now(trade, 500, person_id=SELLER)
    with pytest.raises(NotFound):
        await trade.does(BUYER, lambda b, p: Ordering(b, p).order_now(99, 500, TO_LAGOS))

    assert (await trade.count(negotiations), await trade.count(orders)) == (0, 0)


async def test_many_at_once_get_orders_with_numbers_of_their_own(trade: Trade) -> None:
    made = await asyncio.gather(*(orders_now(trade, 500) for _ in range(8)))

    assert len({order.number for order in made}) == len({order.negotiation_id for order in made}) == 8
