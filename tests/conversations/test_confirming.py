"""An order is confirmed by both sides, whoever is first."""

from tests.conversations.deal import ADDRESS, enter, inquire
from tests.conversations.market import Market
from tests.conversations.people import Shown


async def placed(market: Market) -> Shown:
    """The buyer's offer was accepted and ordered; returns his card of the order."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    await market.li.presses("接受", on=(await market.li.sees("轮到您了", "500件")).id)
    await market.ann.presses("Place order", on=(await market.ann.sees("The seller accepted")).id)
    await market.ann.types(ADDRESS)
    return await market.ann.sees("YJ-", ADDRESS)


async def test_the_buyer_confirms_first(market: Market) -> None:
    order = await placed(market)

    await market.ann.presses("Confirm order", on=order.id)
    await market.ann.reads(order.id, "You confirmed. Waiting for the seller")
    asked = await market.li.sees("买家已下单，请核对并确认", "YJ-", ADDRESS)
    await market.li.presses("确认下单", on=asked.id)

    await market.li.reads(asked.id, "等待付款", "等买家付款")
    told = await market.ann.sees("Both sides confirmed: order YJ-", "Awaiting payment")
    await market.ann.reads(order.id, "Confirmed by both sides, see below ↓")
    assert "✅ Confirm order" not in told.buttons


async def test_the_seller_finds_the_order_in_his_list_and_confirms_first(market: Market) -> None:
    order = await placed(market)
    await market.li.types("/orders")
    listed = await market.li.sees("我的订单", "YJ-")
    await market.li.presses(next(b for b in listed.buttons if b.startswith("YJ-")), on=listed.id)
    card = await market.li.sees("买家已下单，请核对并确认", ADDRESS)

    await market.li.presses("确认下单", on=card.id)

    await market.li.reads(card.id, "您已确认，等待买家确认")
    asked = await market.ann.sees("the seller confirmed, please check and confirm too", ADDRESS)
    await market.ann.reads(order.id, "The current card: see below ↓")
    await market.ann.presses("Confirm order", on=asked.id)
    await market.ann.reads(asked.id, "Awaiting payment", "Your turn to pay")
    await market.li.sees("双方均已确认，订单 YJ-")
    await market.li.reads(card.id, "双方已确认，见下方 ↓")


async def test_an_address_that_changes_asks_the_seller_who_had_confirmed_once_more(market: Market) -> None:
    order = await placed(market)
    await market.li.types("/orders")
    listed = await market.li.sees("我的订单", "YJ-")
    await market.li.presses(next(b for b in listed.buttons if b.startswith("YJ-")), on=listed.id)
    signed = await market.li.sees("买家已下单", ADDRESS)
    await market.li.presses("确认下单", on=signed.id)
    asked = await market.ann.sees("the seller confirmed")

    await market.ann.presses("Edit", on=asked.id)
    await market.ann.types("2 New Street, Leeds")

    again = await market.li.sees("请核对并确认", "2 New Street")
    await market.li.reads(signed.id, "订单已修改，见下方 ↓")
    assert "✅ 确认下单" in again.buttons
    assert order.id < asked.id
