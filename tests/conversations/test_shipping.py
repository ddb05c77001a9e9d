"""From payment to completion: 李 makes and ships the goods, Ann follows them and has them at last."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.china import china_day
from storage.database import open_database
from tests.builders import Trade
from tests.conversations.deal import enter, inquire, order_at_once
from tests.conversations.market import Market
from tests.conversations.people import Shown
from tests.orders_under_way import UnderWay

ADDRESS = "Ann Buyer, 5 Harbour Street, Rotterdam, Netherlands"
PAID = "CN¥3,250.00"


@pytest.fixture
async def bound(market: Market) -> Shown:
    """Both confirmed an order over 500 mugs; returns 李's card."""
    await enter(market.ann, market.li, market.invitation)
    await inquire(market.ann)
    _, asked = await order_at_once(market.ann, market.li, ADDRESS)
    await market.li.presses("确认下单", on=asked.id)
    return await market.li.reads(asked.id, "等待付款")


async def paid(market: Market) -> None:
    """The money is there, and booked."""
    async with open_database(market.settings.database_url) as database:
        trade = Trade(database)
        await UnderWay(trade).pays(await trade.order(1))


async def test_goods_are_made_shipped_in_parts_followed_and_received(market: Market, bound: Shown) -> None:
    ann, li = market.ann, market.li
    assert "入账" in await li.presses("开始生产", on=bound.id)
    await paid(market)

    await li.presses("开始生产", on=bound.id)
    await li.reads(bound.id, "生产中 · 做好后请发货")
    await ann.sees("The seller started production", "Waiting for the seller to ship", "To be shipped by")
    await li.presses("汇报进度", on=bound.id)
    await li.presses("备料完成")
    await li.sees("请发照片（最多 10 张）")
    await li.sends("album", generate=2)
    await li.types("长" * 501)
    await li.sees("请控制在 500 个字以内")
    await li.types("瓷土到齐了")
    await li.presses("完成")
    told = await ann.sees("Order YJ-000001: Materials ready", "瓷土到齐了")
    assert len(await ann.finds("photo", 2)) == 2

    card = await li.sees("生产中", "最晚发货时间")
    await li.presses("发货", on=card.id)
    await li.types("dhl 1234567890")
    await li.sees("这次发多少", "还剩 500件")
    await li.types("800件")
    await li.sees("最多是剩下的500")
    await li.types("200件")
    await li.presses("跳过", on=(await li.sees("预计什么时候到")).id)
    await li.sees("有装箱单照片吗")
    await li.sends("photo")
    await li.presses("完成", on=(await li.sees("已有 1 张照片")).id)
    await li.presses("是", on=(await li.sees("通知买家已发货吗", "200件")).id)
    await ann.sees("The seller shipped goods", "Shipped: 200 of 500 pieces", "DHL 1234567890")

    day = china_day(datetime.now(UTC)) + timedelta(days=20)
    await li.presses("发货", on=(await li.sees("已发货：200，共 500件")).id)
    await li.types("德邦物流")
    await li.types("就是那个单号")
    await li.sees("这不像运单号")
    await li.types("dpk 7788-01")
    await li.presses("全部 300件")
    await li.types(f"{day.year}年{day.month}月{day.day}日")
    await li.presses("完成", on=(await li.sees("有装箱单照片吗", "德邦物流", "预计")).id)
    await li.presses("是", on=(await li.sees("通知买家已发货吗", "DPK7788-01", "300件")).id)
    shipped = await ann.sees("Please confirm when the goods are there", "Shipped: 500 of 500 pieces")
    assert [b for b in shipped.buttons if "receipt" in b or "yet" in b] == [
        "📬 Confirm receipt",
        "⏳ Not arrived yet",
    ]
    assert told.id < shipped.id


@pytest.fixture
async def shipped(market: Market, bound: Shown) -> Shown:
    """All 500 mugs left by DHL under a number that is wrong; returns Ann's card."""
    await paid(market)
    await market.li.presses("开始生产", on=bound.id)
    await market.li.presses("发货", on=(await market.li.sees("生产中")).id)
    await market.li.presses("DHL")
    await market.li.types("1234567")
    await market.li.presses("全部 500件")
    await market.li.presses("跳过")
    await market.li.presses("完成", on=(await market.li.sees("有装箱单照片吗")).id)
    await market.li.presses("是", on=(await market.li.sees("单号一般像 1234567890，请再核对")).id)
    return await market.ann.sees("Please confirm when the goods are there", "DHL 1234567")


async def test_a_wrong_number_is_put_right_and_the_goods_are_received(market: Market, shipped: Shown) -> None:
    ann, li = market.ann, market.li
    await li.presses("物流", on=(await li.sees("等待买家确认收货")).id)
    await li.presses("改单号 1", on=(await li.sees("第 1 批：500件已发出")).id)
    await li.types("顺丰 SF1234567890123")
    review = await li.sees("第 1 批货的物流信息改成这样", "顺丰速运")
    await li.presses("改单号 1")
    await li.presses("是", on=review.id)
    await li.reads(review.id, "走哪家物流")
    await li.types("顺丰 SF1234567890123")
    await li.presses("是", on=(await li.sees("第 1 批货的物流信息改成这样", "顺丰速运")).id)
    told = await ann.sees("The seller corrected the carrier or the number", "SF1234567890123")

    await ann.presses("Track", on=told.id)
    track = await ann.sees(
        "Confirmed by both sides", "Production started", "Consignment 1: 500 pieces shipped"
    )
    await ann.presses("Not arrived yet", on=told.id)
    await li.sees("买家还没收到货，愿意再等等")
    await ann.presses("Confirm receipt", on=told.id)
    await ann.presses("Yes", on=(await ann.sees("Did all 500 pieces of order YJ-000001 arrive?")).id)
    await li.sees("买家已确认收货", "买家验货中", "订单自动完成")
    await ann.presses("Complete order")
    await ann.presses("Yes", on=(await ann.sees("Complete order YJ-000001 with Ningbo Cups over")).id)

    await li.sees("订单 YJ-000001 已完成")
    done = await ann.sees("✅ Completed")
    assert "🔗 SF Express SF1234567890123" in track.buttons
    assert not {"✖️ Ask to cancel", "🚚 Ship", "📬 Confirm receipt"} & set(done.buttons)


async def test_a_paid_order_is_cancelled_only_when_both_agree(market: Market, bound: Shown) -> None:
    ann, li = market.ann, market.li
    await paid(market)
    await li.presses("开始生产", on=bound.id)

    card = await ann.sees("Waiting for the seller to ship")
    await ann.presses("Ask to cancel", on=card.id)
    await ann.types("The season is over <for us>")
    await ann.sees("You asked to cancel. Waiting for the seller's answer", "counts as refused")
    asked = await li.sees("轮到您了：买家申请取消订单", "The season is over <for us>", "视为拒绝取消")
    await li.presses("拒绝", on=asked.id)
    again = await ann.sees("The seller does not agree to cancel. The order goes on.")
    await li.presses("申请取消", on=(await li.sees("生产中")).id)
    await li.types("模具坏了，做不了")
    await ann.presses("Agree", on=(await ann.sees("Your turn: the seller asks to cancel", "模具坏了")).id)
    await ann.presses("Yes", on=(await ann.sees("Cancel order YJ-000001 over", "refunded by the seller")).id)

    ended = await ann.sees("✖️ Cancelled", f"{PAID} is to be given back to the buyer")
    assert "应由卖家退给买家" in (await li.sees("买家已同意，订单已取消")).text
    assert again.id < ended.id
    assert "🏭 Start production" not in ended.buttons
